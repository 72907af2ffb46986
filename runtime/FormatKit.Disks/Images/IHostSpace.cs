using FormatKit.Formats;

namespace FormatKit.Disks.Images;

/// <summary>The free space of the image file, as a driver sees it while it plans.</summary>
public interface IHostSpace
{
    /// <summary>Takes free space.</summary>
    /// <param name="length">Bytes wanted.</param>
    /// <param name="alignment">What <paramref name="lead"/> bytes behind the start is to be a multiple of.</param>
    /// <param name="lead">Bytes before the aligned place.</param>
    /// <param name="plan">The plan that uses the space; what is not known to be zero is added to its
    /// <see cref="WritePlan.Clear"/>, and the range to its <see cref="WritePlan.Allocated"/>.</param>
    /// <param name="at">Where the space is.</param>
    /// <returns>False when the file must grow first.</returns>
    bool TryAllocate(long length, int alignment, int lead, WritePlan plan, out HostOffset at);
}
