using System.Globalization;
using FormatKit.Formats;

namespace FormatKit.Cli.Commands;

/// <summary>A declaration of either kind: a layout or a record.</summary>
internal sealed class DeclaredFormat
{
    private readonly Lazy<Described> _described;

    public DeclaredFormat(LayoutInfo layout)
        : this(layout.Name, layout.Name, () => layout)
    {
    }

    public DeclaredFormat(RecordInfo record)
        : this(record.Name, record.Name, () => record)
    {
    }

    /// <summary>A declaration whose table is read when it is asked for: that runs code of whoever declared it.
    /// </summary>
    /// <param name="name">The name of the type.</param>
    /// <param name="fullName">The name with namespace and containing types.</param>
    /// <param name="table">Gives the <see cref="LayoutInfo"/> or <see cref="RecordInfo"/>.</param>
    public DeclaredFormat(string name, string fullName, Func<object> table)
    {
        (Name, FullName) = (name, fullName);
        _described = new Lazy<Described>(() => table() switch
        {
            LayoutInfo layout => new Described(
                string.Create(CultureInfo.InvariantCulture, $"{layout.Size} bytes"), layout.Spec ?? layout.Doc,
                language => Schema.Of(layout, language)),
            var record => OfRecord((RecordInfo)record),
        });
    }

    /// <summary>All that the tool's own formats declare.</summary>
    public static IReadOnlyList<DeclaredFormat> Known { get; } =
    [
        .. KnownLayouts.All.Select(layout => new DeclaredFormat(layout)),
        .. KnownRecords.All.Select(record => new DeclaredFormat(record)),
    ];

    public string Name { get; }

    public string FullName { get; }

    /// <summary>How many bytes it has, in words.</summary>
    public string Size => _described.Value.Size;

    /// <summary>The clause that defines it, or else what it means.</summary>
    public string? Source => _described.Value.Source;

    public string SchemaIn(SchemaLanguage language) => _described.Value.Schema(language);

    private static Described OfRecord(RecordInfo record) => new(
        string.Create(CultureInfo.InvariantCulture, $"{record.MinimumSize} or more"), record.Spec ?? record.Doc,
        language => Schema.Of(record, language));

    private sealed record Described(string Size, string? Source, Func<SchemaLanguage, string> Schema);
}
