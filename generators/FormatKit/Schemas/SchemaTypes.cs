using System.Globalization;

namespace FormatKit;

/// <summary>
/// A layout and all that are nested in it, inner ones first, each under a name of its own: two layouts of different
/// namespaces may be called the same.
/// </summary>
internal sealed class SchemaTypes
{
    private readonly List<LayoutInfo> _layouts = [];
    private readonly Dictionary<LayoutInfo, string> _names = [];

    public SchemaTypes(LayoutInfo outermost, Func<string, string> name)
    {
        Outermost = outermost;
        Add(outermost);
        var taken = new HashSet<string>();
        foreach (var layout in Enumerable.Reverse(_layouts))
        {
            _names[layout] = Free(name(layout.Name), taken);
        }
    }

    public LayoutInfo Outermost { get; }

    /// <summary>The layouts, inner ones first and the outermost last.</summary>
    public IReadOnlyList<LayoutInfo> Layouts => _layouts;

    public string NameOf(LayoutInfo layout) => _names[layout];

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

    private void Add(LayoutInfo layout)
    {
        if (_layouts.Contains(layout))
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

        _layouts.Add(layout);
    }
}
