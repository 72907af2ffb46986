using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Formats.Vhd;
using FormatKit.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace FormatKit.Disks.Tests.Drivers;

/// <summary>Whatever is damaged: check does not call clean what cannot be read, a repair comes to an end, and changes
/// nothing that the guest could read.</summary>
public sealed class VhdRepairLawTests
{
    private const int BatmapHeaderAt = VhdBytes.TableAt + 512;

    private static readonly RepairOptions Usual = new();

    private static readonly (byte[] File, byte[] Content) Valid = Make();

    /// <summary>Bytes anywhere in what is no block.</summary>
    private static readonly Gen<byte[]> Noise =
        from count in Gen.Choose(1, 4)
        from bytes in Gen.ArrayOf(Changed(), count)
        select bytes.Aggregate(Valid.File.ToArray(), (file, one) => file.With(one.At, one.Value));

    private static readonly Gen<byte[]> Fields =
        from one in Gen.OneOf(
            FieldsOf<VhdFooter>(0), FieldsOf<VhdFooter>(Valid.File.Length - 512), FieldsOf<VhdDynamicHeader>(512),
            FieldsOf<TdBatmapHeader>(BatmapHeaderAt))
        select one;

    private static readonly Gen<byte[]> Entries =
        from count in Gen.Choose(1, 3)
        from entries in Gen.ArrayOf(
            from block in Gen.Choose(0, 5)
            from sector in Gen.OneOf(Gen.Choose(0, 80), Gen.Choose(0, int.MaxValue))
            select (block, sector), count)
        select entries.Aggregate(
            Valid.File.ToArray(), (file, one) => file.WithEntry(one.block, (uint)one.sector));

    private static readonly Gen<byte[]> Cuts =
        from length in Gen.Choose(0, Valid.File.Length - 1)
        select Valid.File[..length];

    [Fact]
    public void Check_calls_nothing_clean_that_cannot_be_read_or_reads_as_something_else() =>
        For(Gen.OneOf(Noise, Fields, Entries, Cuts), 1500, bytes =>
        {
            if (Checked(bytes) is { IsClean: true } && !EntriesDiffer(bytes) && SizeIs(bytes))
            {
                using var disk = TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Vhd);
                Bytes.AssertEqual(Valid.Content, Bytes.All(disk));
            }
        });

    [Fact]
    public void A_repair_without_loss_changes_nothing_that_the_guest_could_read() =>
        For(Gen.OneOf(Noise, Fields, Entries, Cuts), 1500, bytes =>
        {
            var before = ContentOf(bytes);
            var file = new MemoryStore(bytes);
            var result = Repaired(file, Usual);
            var after = ContentOf(file.ToArray());
            if (before is not null && result.Before.CountOf(CheckSeverity.Corruption) == 0)
            {
                Assert.Equal(before, after);
            }

            if (before is null && after is not null && !EntriesDiffer(bytes))
            {
                Bytes.AssertEqual(Valid.Content, after);
            }
        });

    [Fact]
    public void Behind_a_repair_the_image_is_clean_or_it_is_said_what_is_left_and_a_second_one_does_nothing() =>
        For(Gen.OneOf(Noise, Fields, Entries, Cuts), 1000, bytes =>
        {
            var file = new MemoryStore(bytes);
            var all = Usual with { AllowDataLoss = true };
            var first = Repaired(file, all);
            Assert.True(first.After.IsClean || first.After.Findings.Any(finding => finding.Repair is null));
            if (first.After.IsClean)
            {
                Assert.NotNull(ContentOf(file.ToArray()));
            }

            var second = RepairOperation.Run(file, ImageFormats.Vhd, all with { DryRun = true });
            Assert.True(second.Done.Count == 0, string.Join('\n', first.Done.Concat(second.Done).Select(act => act.What)
                .Concat(first.After.Findings.Select(finding => finding.Message))));
        });

    [Fact]
    public void What_is_not_named_as_lost_is_what_it_was() =>
        For(Entries, 600, bytes =>
        {
            var file = new MemoryStore(bytes);
            var result = Repaired(file, Usual with { AllowDataLoss = true });
            var after = ContentOf(file.ToArray());
            Assert.NotNull(after);
            var expected = Valid.Content.ToArray();
            for (var block = 0; block < 6; block++)
            {
                if (bytes.Entry(block) != Valid.File.Entry(block))
                {
                    Blank(expected, after, block * VhdBytes.BlockSize, VhdBytes.BlockSize); // of it nobody knows
                }
            }

            foreach (var loss in result.Done.SelectMany(act => act.Losses))
            {
                Blank(expected, after, (int)loss.Offset, (int)loss.Length);
            }

            Bytes.AssertEqual(expected, after);
        });

    private static void Blank(byte[] one, byte[] other, int start, int length)
    {
        length = Math.Min(length, one.Length - start);
        one.AsSpan(start, length).Clear();
        other.AsSpan(start, length).Clear();
    }

    /// <summary>Entries are not kept twice: one that leads to another place of a block's size can be right.</summary>
    private static bool EntriesDiffer(byte[] bytes) =>
        bytes.Length < BatmapHeaderAt
        || !bytes.AsSpan(VhdBytes.TableAt, 24).SequenceEqual(Valid.File.AsSpan(VhdBytes.TableAt, 24));

    /// <summary>Whether a footer that is whole still says the size that it said, by the same rule: others are right too.
    /// </summary>
    private static bool SizeIs(byte[] bytes)
    {
        var file = new MemoryStore(bytes);
        using var disk = TestDisk.OpenForReading(file, ImageFormats.Vhd);
        return disk.Length == Valid.Content.Length
            && VhdDynamicHeader.View(bytes.AsSpan(512, 1024)).TableOffset == VhdBytes.TableAt;
    }

    private static Gen<(int At, byte Value)> Changed() =>
        from at in Gen.OneOf(
            Gen.Choose(0, BatmapHeaderAt + 600), Gen.Choose(Valid.File.Length - 512, Valid.File.Length - 1))
        from value in Gen.Choose(0, 255)
        select (at, (byte)value);

    private static Gen<byte[]> FieldsOf<T>(int at)
        where T : struct, IBinaryLayout<T>
    {
        var size = Layout.SizeOf<T>();
        FieldMutation[] mutations = [.. FieldMutations.Of(Layout.InfoOf<T>(), Valid.File[at..(at + size)])];
        return from mutation in Gen.Elements(mutations)
            from isSealed in Gen.Elements(true, false)
            select Mutated(mutation, isSealed);

        byte[] Mutated(FieldMutation mutation, bool isSealed)
        {
            var file = Valid.File.ToArray();
            mutation.Apply(file.AsSpan(at, size));
            if (isSealed)
            {
                Layout.Seal(ref Layout.Edit<T>(file.AsSpan(at, size)));
            }

            return file;
        }
    }

    private static (byte[] File, byte[] Content) Make()
    {
        var (file, content) =
            new TestedDriver(ImageFormats.Vhd, "block_size=4K,batmap=on", VhdBytes.BlockSize).HalfFilled();
        return (file.ToArray(), content);
    }

    private static CheckReport Checked(byte[] bytes)
    {
        try
        {
            return TestDisk.Check(new MemoryStore(bytes), ImageFormats.Vhd);
        }
        catch (ImageException e)
        {
            var report = new CheckReport { Format = "vpc" };
            report.Add(CheckSeverity.Corruption, e.Message);
            return report;
        }
    }

    private static RepairResult Repaired(MemoryStore file, RepairOptions options) =>
        RepairOperation.Run(new LastingStore(file), ImageFormats.Vhd, options);

    private static byte[]? ContentOf(byte[] bytes)
    {
        try
        {
            using var disk = TestDisk.OpenForReading(new MemoryStore(bytes), ImageFormats.Vhd);
            return disk.Length > 1 << 20 ? null : Bytes.All(disk);
        }
        catch (ImageException)
        {
            return null;
        }
    }

    private static void For(Gen<byte[]> files, int times, Action<byte[]> law) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(Soak.Times(times)),
            Prop.ForAll(files.ToArbitrary(), law));
}
