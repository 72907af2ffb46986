using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Formats;
using FormatKit.Formats.Vhd;

namespace FormatKit.Disks.Drivers.Vhd;

/// <summary>
/// Another length for a fixed disk, whose only footer is the end of the file. It says its new length where it is before
/// another one is written nearer; when the file grows, the old one is at the new end before the new one is.
/// </summary>
internal static class VhdFixedResize
{
    public static IReadOnlyList<ChangeStep> Plan(ByteStore store, long length)
    {
        var footers = VhdFooters.Read(store);
        var old = footers.Choose(store);
        var (oldLength, at) = ((long)VhdSize.Of(old, VhdSize.RuleOf(old)), footers.TrailingOffset);
        if (at % VhdLayout.SectorSize != 0)
        {
            throw new ImageException(
                store.Name, $"its footer is at byte {at}, which is not the start of a sector, and cannot be changed at "
                + "once", "make a new disk of it with 'fkit convert'");
        }

        var end = length + Layout.SizeOf<VhdFooter>();
        if (length == oldLength && length == at && store.Length == end)
        {
            return [];
        }

        var changed = VhdResize.FooterFor(old, length);
        var (before, after) = (Bytes(old), Bytes(changed));
        var steps = new List<ChangeStep>();
        if (length > oldLength && at > oldLength)
        {
            steps.Add(Zeros("what is between the disk and its footer", oldLength, Math.Min(length, at)));
        }

        if (length > at)
        {
            steps.Add(Write("the footer as it is, at the new end", length, before));
            steps.Add(Zeros("where it was", at, Math.Min(length, at + before.Length)));
            steps.Add(Write("the footer says the new length", length, after));
            return steps;
        }

        steps.Add(Write("the footer says the new length", at, after));
        if (length < at)
        {
            steps.Add(Write("a footer where the disk ends", length, after));
        }

        steps.Add(new ChangeStep("the rest is cut off", []) { Length = end });
        return steps;
    }

    private static ChangeStep Write(string what, long at, byte[] bytes) =>
        new(what, [new HostWrite(new HostOffset(at), bytes)]);

    private static ChangeStep Zeros(string where, long from, long to) =>
        new($"zeros {where}", []) { Zeros = [new HostRange(new HostOffset(from), to - from)] };

    private static byte[] Bytes(VhdFooter footer)
    {
        footer.Seal();
        return Layout.BytesOf(ref footer).ToArray();
    }
}
