namespace FormatKit.Testing.Tests.Kinds;

/// <summary>A tag of its own, and what it tells.</summary>
[BinaryLayout(5, ByteOrder.BigEndian)]
public partial struct TaggedPart
{
    /// <summary>Tells what <see cref="Body"/> is.</summary>
    [Offset(0)] public partial ushort Tag { readonly get; set; }

    /// <summary>The bytes.</summary>
    [Offset(2), Bytes(3)] public readonly partial ReadOnlySpan<byte> Body { get; }

    /// <summary>A number.</summary>
    [Overlay(nameof(Body), nameof(Tag), 0x1234)] public partial NumberPart AsNumber { readonly get; set; }

    /// <summary>Another number.</summary>
    [Overlay(nameof(Body), nameof(Tag), 0x4321)] public partial NumberPart AsOtherNumber { readonly get; set; }
}
