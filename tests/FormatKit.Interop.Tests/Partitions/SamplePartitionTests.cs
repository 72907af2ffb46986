using FormatKit.Formats.Partitions;
using FormatKit.Interop.Tests.Samples;

namespace FormatKit.Interop.Tests.Partitions;

/// <summary>Tables in images of other software.</summary>
public sealed class SamplePartitionTests(SampleFolder folder)
{
    public static TheoryData<string> Whole => SampleManifest.Paths(sample => sample.IsWhole);

    [SampleTheory]
    [MemberData(nameof(Whole))]
    public void The_start_of_a_disk_is_read_whatever_it_is(string path)
    {
        var table = ReadTable.Of(folder.Unpack(path));

        Assert.All(table.Warnings, warning => Assert.Equal(PartitionWarningKind.PastEnd, warning.Kind));
    }
}
