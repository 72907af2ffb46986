using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>Errors that every format has.</summary>
internal static class ImageErrors
{
    public static ImageException TableCut(ByteStore store, PageRef page, int found) =>
        ImageException.ForValue(
            store.Name, page.Offset.Value, "allocation table", $"cut off after {found} bytes", $"{page.Length} bytes",
            "the file was truncated");

    public static ImageException DataCut(ByteStore store, long offset, long wanted, int found) =>
        ImageException.ForValue(
            store.Name, offset, "guest data", $"cut off after {found} bytes", $"{wanted} bytes",
            "the file was truncated");

    public static ImageException Broken(ByteStore store, Exception cause) =>
        new(store.Name, $"an earlier flush failed ({cause.Message.TrimEnd('.')}), so what is on the disk is not known",
            "close the image, check it and open it again");
}
