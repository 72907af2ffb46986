using System.Globalization;

namespace FormatKit;

/// <summary>
/// A layout or record and all declarations that are nested in it, inner ones first, each under a name of its own: two
/// of different namespaces may be called the same.
/// </summary>
internal sealed class SchemaTypes
{
    private readonly List<object> _all = [];
    private readonly Dictionary<object, string> _names = [];
    private readonly HashSet<string> _taken = [];

    public SchemaTypes(LayoutInfo outermost, Func<string, string> name)
    {
        Outermost = outermost;
        Add(outermost);
        NameAll(name);
    }

    public SchemaTypes(RecordInfo outermost, Func<string, string> name)
    {
        Outermost = outermost;
        Add(outermost, []);
        NameAll(name);
    }

    /// <summary>The layout or record that all others are nested in.</summary>
    public object Outermost { get; }

    /// <summary>The layouts, inner ones first.</summary>
    public IReadOnlyList<LayoutInfo> Layouts => [.. _all.OfType<LayoutInfo>()];

    /// <summary>The records, inner ones first, unless they hold each other.</summary>
    public IReadOnlyList<RecordInfo> Records => [.. _all.OfType<RecordInfo>()];

    /// <summary>Layouts and records, inner ones first and the outermost last.</summary>
    public IReadOnlyList<object> All => _all;

    public string NameOf(object declaration) => _names[declaration];

    /// <summary>A name for a type that no declaration is.</summary>
    public string Extra(string name) => Free(name, _taken);

    /// <summary>A name, with a number behind it where it is taken.</summary>
    public static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        }

        return free;
    }

    private void NameAll(Func<string, string> name)
    {
        foreach (var declaration in Enumerable.Reverse(_all))
        {
            _names[declaration] = Free(name(declaration is LayoutInfo layout
                ? layout.Name
                : ((RecordInfo)declaration).Name), _taken);
        }
    }

    private void Add(LayoutInfo layout)
    {
        if (_all.Contains(layout))
        {
            return;
        }

        foreach (var field in layout.Fields)
        {
            foreach (var inner in field.Overlays.Select(overlay => overlay.Layout).Prepend(field.Nested))
            {
                if (inner is not null)
                {
                    Add(inner);
                }
            }
        }

        _all.Add(layout);
    }

    private void Add(RecordInfo record, HashSet<RecordInfo> entered)
    {
        if (!entered.Add(record))
        {
            return;
        }

        foreach (var field in record.Fields)
        {
            if (field.Value?.Nested is { } layout)
            {
                Add(layout);
            }

            var variants = field.Variants?.Variants.Select(variant => variant.Record).Append(field.Variants.Other);
            foreach (var inner in (variants ?? []).Prepend(field.Record))
            {
                if (inner is not null)
                {
                    Add(inner, entered);
                }
            }
        }

        _all.Add(record);
    }
}
