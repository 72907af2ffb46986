namespace FormatKit.Interop.Tests.Samples;

/// <summary>
/// The images that other software made. They are the test data of others, so they are no part of this repository: they
/// are looked for in FORMATKIT_IMAGES, or in <c>shared/images</c> beside the checkout.
/// </summary>
internal static class SampleManifest
{
    private const string FileName = "manifest.tsv";

    /// <summary>Where they are, or where they would be.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("FORMATKIT_IMAGES") is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(Checkout, "..", "shared", "images"));

    /// <summary>What is there; nothing when the folder is not.</summary>
    public static IReadOnlyList<Sample> Samples { get; } = IsThere
        ? [.. File.ReadLines(Path.Combine(Folder, FileName)).Skip(1).Select(Sample.Parse)]
        : [];

    public static bool IsThere => File.Exists(Path.Combine(Folder, FileName));

    /// <summary>The row of a file.</summary>
    public static Sample Find(string path) => Samples.Single(sample => sample.Path == path);

    /// <summary>The paths of some of them, as a theory takes them.</summary>
    public static TheoryData<string> Paths(Func<Sample, bool> which) =>
        [.. Samples.Where(which).Select(sample => sample.Path)];

    private static string Checkout
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "FormatKit.sln")))
            {
                folder = parent;
            }

            return folder.FullName;
        }
    }
}
