using FormatKit.Disks.Storage;
using FormatKit.Formats;

namespace FormatKit.Cli.Output;

/// <summary>A structure of a file and, where it has a layout, its fields.</summary>
/// <param name="Structure">The structure.</param>
/// <param name="Available">How many of its bytes are in the file.</param>
/// <param name="Fields">Its fields; null for a table, a bitmap or a text.</param>
internal sealed record DissectedStructure(FileStructure Structure, long Available, Dissection? Fields)
{
    public bool IsCutOff => Available < Structure.Length;

    public static DissectedStructure Read(ByteStore store, FileStructure structure)
    {
        var start = structure.Offset.Value;
        var available = Math.Clamp(store.Length - start, 0, structure.Length);
        if (structure.Layout is not { } layout)
        {
            return new DissectedStructure(structure, available, null);
        }

        var bytes = new byte[Math.Min(available, layout.Size)];
        var read = store.Read(bytes, start);
        return new DissectedStructure(structure, available, Dissector.Dissect(layout, bytes.AsSpan(0, read)));
    }
}
