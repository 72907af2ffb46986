namespace FormatKit;

/// <summary>
/// The field holds a fixed value that tells the format: <c>Seal</c> writes it, <c>Validate</c> demands it. A text magic
/// is compared with the bytes on disk whatever the byte order; a number in the field's byte order.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MagicAttribute : Attribute
{
    /// <summary>A magic of ASCII characters, as many as the field has bytes (at most 8).</summary>
    /// <param name="text">The characters in disk order; escapes such as <c>\0</c> give control bytes.</param>
    public MagicAttribute(string text) => Text = text;

    /// <summary>A magic number.</summary>
    /// <param name="number">The value the integer field must have.</param>
    public MagicAttribute(ulong number) => Number = number;

    /// <summary>The text, or null for a magic number.</summary>
    public string? Text { get; }

    /// <summary>The number; 0 for a text magic.</summary>
    public ulong Number { get; }
}
