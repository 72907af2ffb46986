using BenchmarkDotNet.Attributes;
using FormatKit.Formats.Vhd;

namespace FormatKit.Benchmarks.Layouts;

/// <summary>Three fields of a dynamic header, and code and place of each of its eight parent locators.</summary>
public class HeaderFields
{
    private readonly byte[] _bytes = HeaderSample.NewBytes();

    [Benchmark(Baseline = true)]
    public ulong ByHand()
    {
        var sum = HandWrittenHeader.TableOffset(_bytes)
            + HandWrittenHeader.Entries(_bytes) + HandWrittenHeader.BlockSize(_bytes);
        for (var index = 0; index < HandWrittenHeader.Locators; index++)
        {
            var locator = HandWrittenHeader.Locator(_bytes, index);
            sum += HandWrittenHeader.LocatorCode(locator) + HandWrittenHeader.LocatorOffset(locator);
        }

        return sum;
    }

    [Benchmark, BenchmarkCategory(Claims.AllocatesNothing)]
    public ulong Generated()
    {
        ref readonly var header = ref VhdDynamicHeader.View(_bytes);
        var sum = header.TableOffset + header.MaxTableEntries + header.BlockSize;
        foreach (ref readonly var locator in header.ParentLocators)
        {
            sum += (uint)locator.PlatformCode + locator.DataOffset;
        }

        return sum;
    }
}
