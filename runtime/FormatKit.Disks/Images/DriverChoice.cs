using System.Runtime.ExceptionServices;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Images;

/// <summary>A driver whose structures were found to be inside the file and apart from each other.</summary>
/// <param name="Opened">The driver.</param>
/// <param name="Survey">What was found; null when the format has no structures.</param>
internal sealed record DriverChoice(OpenedDriver Opened, RegionSurvey? Survey)
{
    /// <summary>The first way to understand the file that holds.</summary>
    /// <exception cref="ImageException">None does; it says why the first one does not.</exception>
    public static DriverChoice Of(ByteStore store, OpenedDriver opened)
    {
        var refusal = default(ExceptionDispatchInfo);
        for (var next = opened; next is not null; next = next.Otherwise?.Invoke())
        {
            try
            {
                return new DriverChoice(
                    next, next.Driver.AllocationUnit == 0 ? null : RegionSurvey.Of(store, next));
            }
            catch (ImageException e)
            {
                refusal ??= ExceptionDispatchInfo.Capture(e);
            }
        }

        refusal!.Throw();
        throw refusal.SourceException;
    }
}
