using FormatKit.Formats.Vhd;

namespace FormatKit.Formats.Tests.Vhd;

/// <summary>Views of VHD structures cost no memory.</summary>
public sealed class VhdAllocationTests
{
    private readonly byte[] _footer = new byte[512];
    private readonly byte[] _header = new byte[1024];
    private ulong _read;

    public VhdAllocationTests()
    {
        VhdFooter.Edit(_footer).DiskType = VhdDiskType.Dynamic;
        VhdFooter.Edit(_footer).Seal();
        VhdDynamicHeader.Edit(_header).BlockSize = 2 << 20;
        VhdDynamicHeader.Edit(_header).Seal();
    }

    [Fact]
    public void Fields_of_a_footer_allocate_nothing() => Assert.Equal(0, AllocationMeter.BytesOf(() =>
    {
        ref readonly var footer = ref VhdFooter.View(_footer);
        _read += footer.CurrentSize + (footer.DataOffsetOrNull ?? 0) + (uint)footer.DiskType
            + footer.Geometry.Cylinders;
        _read += (ulong)footer.CreatedAt.Ticks + (footer.UniqueId == default ? 1UL : 0) + footer.Reserved[0];
    }));

    [Fact]
    public void Fields_of_a_dynamic_header_allocate_nothing() => Assert.Equal(0, AllocationMeter.BytesOf(() =>
    {
        ref readonly var header = ref VhdDynamicHeader.View(_header);
        _read += header.TableOffset + header.MaxTableEntries + header.BlockSize;
        foreach (ref readonly var locator in header.ParentLocators)
        {
            _read += (uint)locator.PlatformCode + locator.DataOffset;
        }
    }));

    [Fact]
    public void Validation_of_what_is_right_allocates_nothing() => Assert.Equal(0, AllocationMeter.BytesOf(() =>
    {
        Assert.True(Layout.IsValid(VhdFooter.View(_footer)));
        Assert.True(Layout.IsValid(VhdDynamicHeader.View(_header)));
    }));

    [Fact]
    public void Violations_allocate_nothing()
    {
        Array.Fill(_footer, (byte)0xEE);
        Array.Fill(_header, (byte)0xEE);
        var violations = default(FirstViolation);
        Assert.Equal(0, AllocationMeter.BytesOf(() =>
        {
            violations = default;
            Layout.Validate(VhdFooter.View(_footer), ref violations);
            Layout.Validate(VhdDynamicHeader.View(_header), ref violations);
        }));
        Assert.Equal(8, violations.Count);
    }

    [Fact]
    public void Sealing_allocates_nothing() => Assert.Equal(0, AllocationMeter.BytesOf(() =>
    {
        VhdFooter.Edit(_footer).Seal();
        VhdDynamicHeader.Edit(_header).Seal();
    }));

    [Fact]
    public void A_text_is_a_string_that_is_allocated_so_the_meter_can_tell()
    {
        VhdDynamicHeader.Edit(_header).ParentName = "parent.vhd";
        Assert.InRange(
            AllocationMeter.BytesOf(() => _read += (ulong)VhdDynamicHeader.View(_header).ParentName.Length),
            1, long.MaxValue);
    }
}
