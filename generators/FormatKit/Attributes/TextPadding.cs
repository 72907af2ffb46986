namespace FormatKit;

/// <summary>What stands behind a text that is shorter than its field.</summary>
public enum TextPadding
{
    /// <summary>Zeros; reading stops at the first one.</summary>
    Nul,

    /// <summary>Spaces; reading drops those at the end.</summary>
    Space,
}
