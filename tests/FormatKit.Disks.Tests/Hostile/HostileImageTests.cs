using System.Buffers.Binary;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Drivers;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats;
using FormatKit.Testing;

namespace FormatKit.Disks.Tests.Hostile;

/// <summary>Files of any format that mean harm, or were harmed: what every driver must bear.</summary>
[Collection(nameof(RunsAlone))]
public sealed class HostileImageTests
{
    /// <summary>The drivers of formats that have structures to be harmed.</summary>
    public static TheoryData<string> Drivers =>
    [
        .. TestedDriver.All.Where(driver => driver.Format.Abilities.HasFlag(FormatAbilities.Dissect))
            .Select(driver => driver.ToString()),
    ];

    [Theory, MemberData(nameof(Drivers))]
    public void What_is_harmed_here_is_good(string driver)
    {
        var image = new HostileImage(TestedDriver.Named(driver));

        Assert.Contains(image.Structures, structure => structure.Layout is not null);
        Assert.Null(image.Examine(image.File, "as it is"));
    }

    [Theory, MemberData(nameof(Drivers))]
    public void Every_field_of_every_structure_may_have_any_value(string driver)
    {
        var image = new HostileImage(TestedDriver.Named(driver));
        var layouts = image.Structures.Where(found => found.Layout is not null).GroupBy(found => found.Layout!);
        foreach (var copies in layouts)
        {
            foreach (var mutation in FieldMutations.Of(copies.Key, Current(image, copies.First())))
            {
                var plain = copies.Select(copy => Mutate(image, copy, mutation, isSealed: false)).ToList();
                var whole = copies.Select(copy => Mutate(image, copy, mutation, isSealed: true)).ToList();
                for (var copy = 0; copy < plain.Count; copy++)
                {
                    image.ExamineWith($"{copies.Key.Name} {copy}: {mutation}", plain[copy]);
                    image.ExamineWith($"{copies.Key.Name} {copy}: {mutation}, sealed", whole[copy]);
                }

                image.ExamineWith($"each {copies.Key.Name}: {mutation}, sealed", whole);
            }
        }
    }

    [Theory, MemberData(nameof(Drivers))]
    public void Whatever_says_where_something_is_may_say_anything(string driver)
    {
        var image = new HostileImage(TestedDriver.Named(driver));
        var others = image.Pointers.Select(at => image.Bytes(at, 4)).ToList();
        foreach (var at in image.Pointers)
        {
            foreach (var value in Places(image.Bytes(at, 4)).Concat(others))
            {
                image.ExamineWith($"the pointer at {at} is {Convert.ToHexString(value)}", (at, value));
            }
        }
    }

    [Theory, MemberData(nameof(Drivers))]
    public void Every_table_may_begin_and_end_with_anything(string driver)
    {
        var image = new HostileImage(TestedDriver.Named(driver));
        foreach (var end in image.TableEnds)
        {
            for (var at = end.Start.Value; at + 4 <= end.End.Value; at += 4)
            {
                foreach (var value in Places(image.Bytes(at, 4)))
                {
                    image.ExamineWith($"the entry at {at} is {Convert.ToHexString(value)}", (at, value));
                }
            }
        }
    }

    [Theory, MemberData(nameof(Drivers))]
    public void A_file_may_end_anywhere(string driver)
    {
        var image = new HostileImage(TestedDriver.Named(driver));
        var length = image.File.Length;
        var edges = image.Structures
            .SelectMany(found => new[] { found.Offset.Value, found.Offset.Value + found.Length })
            .Concat(image.Regions.SelectMany(used => new[] { used.Range.Start.Value, used.Range.End.Value }))
            .SelectMany(edge => new[] { edge - 1, edge, edge + 1 });
        var anywhere = Enumerable.Range(0, 150).Select(part => part * (length / 150));
        foreach (var cut in edges.Concat(anywhere).Where(cut => cut >= 0 && cut < length).Distinct())
        {
            using var file = new SliceStore(image.File, 0, cut, leaveOpen: true);
            image.Examine(file, $"cut after {cut} bytes");
        }
    }

    [Theory, MemberData(nameof(Drivers))]
    public void Noise_behind_every_magic_is_refused(string driver)
    {
        var image = new HostileImage(TestedDriver.Named(driver));
        var magics =
            from structure in image.Structures
            from field in structure.Layout?.Fields ?? []
            where field.Role == FieldRole.Magic
            let at = structure.Offset.Value + field.Offset
            select (At: (int)at, Bytes: image.Bytes(at, field.Width));
        for (var seed = 1; seed <= 12; seed++)
        {
            var noise = Bytes.Noise(image.File.Length, seed);
            foreach (var (at, bytes) in magics)
            {
                noise.With(at, bytes);
            }

            Assert.NotNull(image.Examine(new MemoryStore(noise), $"noise {seed}"));
        }
    }

    [Theory, MemberData(nameof(Drivers))]
    public void Any_bytes_may_change(string driver)
    {
        var image = new HostileImage(TestedDriver.Named(driver));
        var random = new Random(1);
        var told = image.Structures.Select(found => new HostRange(found.Offset, found.Length)).ToList();
        for (var round = 0; round < Soak.Times(300); round++)
        {
            var changes = Enumerable.Range(0, random.Next(1, 8)).Select(_ =>
            {
                var within = random.Next(4) == 0
                    ? new HostRange(new HostOffset(0), image.File.Length)
                    : told[random.Next(told.Count)];
                return (within.Start.Value + random.NextInt64(within.Length), new[] { (byte)random.Next(256) });
            });
            image.ExamineWith($"round {round}", [.. changes]);
        }
    }

    private static byte[] Current(HostileImage image, FileStructure structure) =>
        image.Bytes(structure.Offset.Value, structure.Layout!.Size);

    private static (long At, byte[] Bytes) Mutate(
        HostileImage image, FileStructure structure, FieldMutation mutation, bool isSealed)
    {
        var bytes = Current(image, structure);
        mutation.Apply(bytes);
        if (isSealed)
        {
            structure.Layout!.Seal(bytes);
        }

        return (structure.Offset.Value, bytes);
    }

    /// <summary>Places that are none, in either byte order, and the neighbours of the one that is there.</summary>
    private static IEnumerable<byte[]> Places(byte[] current)
    {
        var (little, big) = (
            BinaryPrimitives.ReadUInt32LittleEndian(current), BinaryPrimitives.ReadUInt32BigEndian(current));
        uint[] places = [0, 1, 2, 3, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF];
        foreach (var place in places.Concat([little - 1, little + 1, little + 8, big - 1, big + 1, big + 8]))
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, place);
            yield return bytes;
            yield return [.. bytes.Reverse()];
        }
    }
}
