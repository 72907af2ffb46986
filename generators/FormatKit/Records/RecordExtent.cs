using System.Globalization;

namespace FormatKit;

/// <summary>How much of something there is, as data.</summary>
public sealed class RecordExtent
{
    /// <summary>It ends by itself.</summary>
    public static RecordExtent Own { get; } = new() { Kind = RecordExtentKind.Own };

    /// <summary>How it is told.</summary>
    public required RecordExtentKind Kind { get; init; }

    /// <summary>The earlier field that says how much there is.</summary>
    public string? Field { get; init; }

    /// <summary>The width of the number before it.</summary>
    public int PrefixWidth { get; init; }

    /// <summary>The byte order of the number before it.</summary>
    public ByteOrder PrefixOrder { get; init; }

    /// <summary>The number of elements or bytes, where it is fixed.</summary>
    public int Count { get; init; }

    /// <summary>How much more the field or number counts.</summary>
    public int Plus { get; init; }

    /// <summary>Whether bytes are counted, and not elements.</summary>
    public bool InBytes { get; init; }

    /// <summary>The most elements or bytes that are accepted.</summary>
    public int Max { get; init; }

    /// <summary>The field of the element that ends the array, and the bits of its value.</summary>
    public FieldCondition? Until { get; init; }

    /// <summary>The most elements of an array that an element ends.</summary>
    public int UntilMax { get; init; }

    /// <summary>The words for the element that ends an array, once it is known what the element is.</summary>
    internal string UntilIn(RecordInfo element) =>
        $"an element whose {Until!.Member} is {element.Find(Until.Member)!.Describe(Until.Value)}";

    /// <inheritdoc/>
    public override string ToString() => Describe($"an element whose {Until?.Member} is {Until?.Value}");

    /// <summary>The extent in words, with those for the element that ends an array.</summary>
    internal string Describe(string last)
    {
        var what = InBytes ? "bytes" : "elements";
        var how = Kind switch
        {
            RecordExtentKind.Own => "by itself",
            RecordExtentKind.Fixed => string.Create(CultureInfo.InvariantCulture, $"{Count} {what}"),
            RecordExtentKind.Field => $"{Field} {what}",
            RecordExtentKind.Prefix =>
                string.Create(CultureInfo.InvariantCulture, $"{what} by a number of {PrefixWidth} bytes"),
            RecordExtentKind.Terminator => "up to a NUL",
            RecordExtentKind.Rest => "the rest",
            _ => "up to its last element",
        };
        return Until is null ? how : $"{how}, up to {last}";
    }
}
