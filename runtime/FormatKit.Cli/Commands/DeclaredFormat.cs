using System.Globalization;
using FormatKit.Formats;

namespace FormatKit.Cli.Commands;

/// <summary>A declaration of either kind: a layout or a record.</summary>
internal sealed class DeclaredFormat
{
    private readonly Func<SchemaLanguage, string> _schema;

    public DeclaredFormat(LayoutInfo layout)
    {
        (Name, Source) = (layout.Name, layout.Spec ?? layout.Doc);
        Size = string.Create(CultureInfo.InvariantCulture, $"{layout.Size} bytes");
        _schema = language => Schema.Of(layout, language);
    }

    public DeclaredFormat(RecordInfo record)
    {
        (Name, Source) = (record.Name, record.Spec ?? record.Doc);
        Size = string.Create(CultureInfo.InvariantCulture, $"{record.MinimumSize} or more");
        _schema = language => Schema.Of(record, language);
    }

    /// <summary>All that the tool's own formats declare.</summary>
    public static IReadOnlyList<DeclaredFormat> Known { get; } =
    [
        .. KnownLayouts.All.Select(layout => new DeclaredFormat(layout)),
        .. KnownRecords.All.Select(record => new DeclaredFormat(record)),
    ];

    public string Name { get; }

    /// <summary>How many bytes it has, in words.</summary>
    public string Size { get; }

    /// <summary>The clause that defines it, or else what it means.</summary>
    public string? Source { get; }

    public string SchemaIn(SchemaLanguage language) => _schema(language);
}
