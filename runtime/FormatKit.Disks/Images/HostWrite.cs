using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>Bytes that go straight to the image file.</summary>
/// <param name="Offset">Where.</param>
/// <param name="Bytes">What.</param>
public readonly record struct HostWrite(HostOffset Offset, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The bytes of the file that it writes.</summary>
    public HostRange Range => new(Offset, Bytes.Length);
}
