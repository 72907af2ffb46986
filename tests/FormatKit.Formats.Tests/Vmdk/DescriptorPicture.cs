using System.Globalization;
using System.Text;
using FormatKit.Formats.Vmdk;

namespace FormatKit.Formats.Tests.Vmdk;

/// <summary>Descriptors as text.</summary>
internal static class DescriptorPicture
{
    /// <summary>One of two extents, with all that most descriptors have.</summary>
    public const string Text =
        """
        # Disk DescriptorFile
        version=1
        encoding="UTF-8"
        CID=09b005aa
        parentCID=ffffffff
        isNativeSnapshot="no"
        createType="twoGbMaxExtentSparse"

        # Extent description
        RW 4192256 SPARSE "disk-s001.vmdk"
        RDONLY 63 FLAT "a disk.img" 128

        # The Disk Data Base
        #DDB

        ddb.adapterType = "ide"
        ddb.uuid.parent = "00000000-0000-0000-0000-000000000000"

        """;

    /// <summary>What the lines of a test make of a descriptor that has nothing else.</summary>
    public static VmdkDescriptor Of(params ReadOnlySpan<string> lines) =>
        Parse($"# Disk DescriptorFile\n{string.Join('\n', lines!)}\n");

    /// <summary>Parses UTF-8.</summary>
    public static VmdkDescriptor Parse(string text) => VmdkDescriptor.Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>What is wrong with the lines of a test, the first of which is line 2.</summary>
    public static VmdkDescriptorException Broken(params string[] lines) =>
        Assert.Throws<VmdkDescriptorException>(() => Of(lines));

    /// <summary>All that a descriptor says, so that two can be compared.</summary>
    public static string Meaning(this VmdkDescriptor descriptor)
    {
        string[] keys = ["version", "isNativeSnapshot", "ddb.adapterType", "ddb.uuid.parent"];
        return string.Join('\n', descriptor.Extents.Select(Meaning).Concat(
        [
            $"{descriptor.ContentId:x8} {descriptor.ParentContentId:x8} {descriptor.HasParent}",
            $"{descriptor.CreateType} from '{descriptor.ParentFileName}'",
            .. keys.Select(key => $"{key}={descriptor[key]}"),
        ]));
    }

    private static string Meaning(VmdkExtent extent)
    {
        var offset = extent.Offset?.ToString(CultureInfo.InvariantCulture) ?? "?";
        return $"{extent.Access} {extent.Sectors} {extent.Type} '{extent.FileName}' at {offset}";
    }
}
