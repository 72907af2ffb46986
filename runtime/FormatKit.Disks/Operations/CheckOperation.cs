using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;

namespace FormatKit.Disks.Operations;

/// <summary>Looks for damage in an image, and whether the parents that it has are there.</summary>
public static class CheckOperation
{
    /// <summary>Checks an image. Nothing is written.</summary>
    /// <param name="store">The file of the image.</param>
    /// <param name="format">Its format, which can be checked.</param>
    /// <param name="options">How; null for the usual way.</param>
    /// <exception cref="ImageException">The file is not an image of the format at all.</exception>
    /// <exception cref="ArgumentException">The format has no such profile.</exception>
    public static CheckReport Run(ByteStore store, ImageFormat format, CheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(format);
        options ??= new CheckOptions();
        var report = new CheckReport { Format = format.Name };
        format.Check(store, report);
        if (options.Profile is { } profile)
        {
            format.CheckProfile(store, profile, report);
        }

        if (options.Gate is { } gate && format.Abilities.HasFlag(FormatAbilities.Chain)
            && report.CountOf(CheckSeverity.Corruption) == 0)
        {
            CheckParents(
                store, new ImageOpenOptions { Format = format, Gate = gate, ForceShare = options.ForceShare }, report);
        }

        return report;
    }

    /// <summary>Opens the chain. A parent that is missing is no damage of the image; but what it does not have itself
    /// was not looked at then.</summary>
    private static void CheckParents(ByteStore store, ImageOpenOptions options, CheckReport report)
    {
        var opened = options.Format!.Open(store, new OpenRequest(Writable: false, options.Options));
        if (opened.Backing is null)
        {
            return;
        }

        report.Examined("parents: there, those that were meant, and whole as far as opening them tells");
        try
        {
            using var image = DiskImage.Open(new ReadOnlyStore(store, leaveOpen: true), options);
            foreach (var layer in image.Layers().Skip(1))
            {
                foreach (var warning in layer.Warnings)
                {
                    report.Add(CheckSeverity.Note, $"{layer.Name}: {warning.TrimEnd('.')}.");
                }
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            report.Add(CheckSeverity.Parent, failure.Message, (failure as ImageException)?.Offset);
        }
    }
}
