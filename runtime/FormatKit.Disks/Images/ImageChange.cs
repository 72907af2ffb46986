using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>Carries out what a format planned.</summary>
public static class ImageChange
{
    /// <summary>Does the steps in order, with a barrier behind each.</summary>
    /// <param name="store">The file of an image that nobody has open.</param>
    /// <param name="steps">The steps.</param>
    /// <exception cref="IOException">The host failed. What is in the file is what a loss of power may
    /// leave.</exception>
    public static void Run(ByteStore store, IEnumerable<ChangeStep> steps)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(steps);
        foreach (var step in steps)
        {
            foreach (var range in step.Zeros)
            {
                store.Zero(range.Start.Value, range.Length);
            }

            foreach (var write in step.Writes)
            {
                store.Write(write.Bytes.Span, write.Offset.Value);
            }

            if (step.Length is { } length && length != store.Length)
            {
                store.SetLength(length);
            }

            store.Flush();
        }
    }
}
