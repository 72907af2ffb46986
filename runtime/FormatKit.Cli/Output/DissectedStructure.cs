using FormatKit.Formats;

namespace FormatKit.Cli.Output;

/// <summary>A structure of a file or of a guest's disk and, where it has a layout, its fields.</summary>
internal sealed record DissectedStructure
{
    public required string Label { get; init; }

    /// <summary>Where it starts, in the file or on the guest's disk.</summary>
    public required long Offset { get; init; }

    public required long Length { get; init; }

    /// <summary>Whether it is the guest's.</summary>
    public bool IsGuest { get; init; }

    public LayoutInfo? Layout { get; init; }

    public string? Note { get; init; }

    /// <summary>How many of its bytes there are.</summary>
    public long Available { get; private init; }

    /// <summary>Its fields; null for a table, a bitmap or a text.</summary>
    public Dissection? Fields { get; private init; }

    public bool IsCutOff => Available < Length;

    public static DissectedStructure Read(IByteSource file, FileStructure structure) => Of(file, new()
    {
        Label = structure.Label,
        Offset = structure.Offset.Value,
        Length = structure.Length,
        Layout = structure.Layout,
        Note = structure.Note,
    });

    public static DissectedStructure Read(IByteSource disk, GuestStructure structure) => Of(disk, new()
    {
        Label = structure.Label,
        Offset = structure.Offset.Value,
        Length = structure.Length,
        IsGuest = true,
        Layout = structure.Layout,
        Note = structure.Note,
    });

    private static DissectedStructure Of(IByteSource source, DissectedStructure structure)
    {
        var available = Math.Clamp(source.Length - structure.Offset, 0, structure.Length);
        if (structure.Layout is not { } layout)
        {
            return structure with { Available = available };
        }

        var bytes = new byte[Math.Min(available, layout.Size)];
        var read = source.Read(bytes, structure.Offset);
        return structure with
        {
            Available = available,
            Fields = Dissector.Dissect(layout, bytes.AsSpan(0, read)),
        };
    }
}
