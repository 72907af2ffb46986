namespace FormatKit;

/// <summary>
/// Exports declarations to the languages of other tools. Everything comes from the field table, so what is exported
/// is what the accessors read. Checksums and rules in C# have no counterpart there and become remarks.
/// </summary>
public static class Schema
{
    /// <summary>A layout, with all layouts nested in it, as a document in another language.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="language">The language.</param>
    /// <returns>The whole document; lines end with <c>\n</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The language is none of the named ones.</exception>
    public static string Of(LayoutInfo layout, SchemaLanguage language)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return language switch
        {
            SchemaLanguage.Kaitai => KaitaiSchema.Of(layout),
            SchemaLanguage.Hexpat => HexpatSchema.Of(layout),
            SchemaLanguage.Markdown => MarkdownSchema.Of(layout),
            SchemaLanguage.Json => JsonSchema.Of(layout),
            SchemaLanguage.Lua => LuaSchema.Of(layout),
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "This language is not known."),
        };
    }

    /// <summary>A record, with all records and layouts nested in it, as a document in another language.</summary>
    /// <param name="record">The record.</param>
    /// <param name="language">The language.</param>
    /// <returns>The whole document; lines end with <c>\n</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The language is none of the named ones.</exception>
    public static string Of(RecordInfo record, SchemaLanguage language)
    {
        ArgumentNullException.ThrowIfNull(record);
        return language switch
        {
            SchemaLanguage.Kaitai => KaitaiSchema.Of(record),
            SchemaLanguage.Hexpat => HexpatSchema.Of(record),
            SchemaLanguage.Markdown => MarkdownSchema.Of(record),
            SchemaLanguage.Json => JsonSchema.Of(record),
            SchemaLanguage.Lua => LuaSchema.Of(record),
            _ => throw new ArgumentOutOfRangeException(nameof(language), language, "This language is not known."),
        };
    }

    /// <summary>The usual ending of a file in a language, with its dot.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The language is none of the named ones.</exception>
    public static string FileEnding(SchemaLanguage language) => language switch
    {
        SchemaLanguage.Kaitai => ".ksy",
        SchemaLanguage.Hexpat => ".hexpat",
        SchemaLanguage.Markdown => ".md",
        SchemaLanguage.Json => ".json",
        SchemaLanguage.Lua => ".lua",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "This language is not known."),
    };
}
