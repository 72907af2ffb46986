namespace FormatKit;

/// <summary>A language that a declaration can be exported to.</summary>
public enum SchemaLanguage
{
    /// <summary>Kaitai Struct, a <c>.ksy</c> file for version 0.11 of its compiler.</summary>
    Kaitai,

    /// <summary>A pattern for the ImHex editor, a <c>.hexpat</c> file.</summary>
    Hexpat,

    /// <summary>Tables of offsets for people, in Markdown.</summary>
    Markdown,

    /// <summary>The field table itself, in JSON.</summary>
    Json,

    /// <summary>A dissector for Wireshark, in Lua.</summary>
    Lua,
}
