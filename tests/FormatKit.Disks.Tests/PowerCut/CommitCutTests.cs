using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Operations;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Tests.Images;
using FormatKit.Testing.PowerCuts;

namespace FormatKit.Disks.Tests.PowerCut;

/// <summary>Whenever the power goes while a child is merged into its parent, the parent has nothing but what it had or
/// what the child has, the child shows what it always did, and done again it completes.</summary>
public sealed class CommitCutTests(PowerCutTable table)
{
    private const int AgainEvery = 5;

    public static TheoryData<string> Drivers => CutDrivers.Names();

    public static TheoryData<string> VhdDrivers => new(
        CutDrivers.All.Where(driver => driver.Format == ImageFormats.Vhd).Select(driver => driver.Name));

    [Theory]
    [MemberData(nameof(Drivers))]
    public void No_loss_of_power_harms_a_child_that_is_merged_or_its_parent(string driverName)
    {
        var pair = new Pair(CutDrivers.Find(driverName));
        var store = new PowerCutStore(new MemoryStore(pair.Parent.File));
        pair.Commit(store);
        var (history, tally) = (pair.History(store.Position), new Tally());
        foreach (var cut in store.Cuts(new CutSampling { Effort = Soak.Times(1) }))
        {
            using var file = cut.File;
            var problem = CutJudge.Judge(pair.Driver, cut, history) ?? pair.JudgeChild(file);
            if (problem is null && tally.Tried % AgainEvery == 0)
            {
                problem = pair.DoAgain(file);
            }

            tally.Add(problem, $"cut at {cut.Earliest} to {cut.Latest}");
        }

        table.Add(pair.Driver, "commit into it", tally);
        tally.AssertAllGood(atLeast: 100);
    }

    /// <summary>Two files, one after the other: not before the parent has everything, durably, does the child above get
    /// it as its own.</summary>
    [Theory]
    [MemberData(nameof(VhdDrivers))]
    public void Nor_a_chain_out_of_whose_middle_it_is_taken(string driverName)
    {
        var pair = new Pair(CutDrivers.Find(driverName));
        var shown = pair.MakeTop();
        var parent = new PowerCutStore(new MemoryStore(pair.Parent.File));
        pair.Commit(parent);
        var tally = new Tally();
        foreach (var cut in parent.Cuts(new CutSampling { Effort = Soak.Times(1) }))
        {
            using var file = cut.File;
            tally.Add(pair.JudgeTop(file, pair.Top, shown), $"the parent cut at {cut.Earliest} to {cut.Latest}");
        }

        var merged = Assert.Single(parent.Cuts(new CutSampling { OnlyNow = true })).File;
        var top = new PowerCutStore(new MemoryStore(((MemoryStore)pair.Top).ToArray()));
        Pair.Relink(top, merged);
        foreach (var cut in top.Cuts(new CutSampling { Effort = Soak.Times(1) }))
        {
            using var file = cut.File;
            var problem = pair.JudgeTop(merged, file, shown);
            if (problem is null && tally.Tried % AgainEvery == 0)
            {
                Pair.Relink(file, merged);
                problem = pair.JudgeTop(merged, file, shown, childIsGone: true);
            }

            tally.Add(problem, $"the child cut at {cut.Earliest} to {cut.Latest}");
        }

        table.Add(pair.Driver, "commit of a middle", tally);
        tally.AssertAllGood(atLeast: 100);
    }

    [Theory]
    [MemberData(nameof(Drivers))]
    public void A_host_that_fails_leaves_both_as_they_show_and_it_can_be_done_again(string driverName)
    {
        var pair = new Pair(CutDrivers.Find(driverName));
        var good = new PowerCutStore(new MemoryStore(pair.Parent.File));
        pair.Commit(good);
        foreach (var error in (StoreError[])[StoreError.NoSpace, StoreError.Io])
        {
            var tally = new Tally();
            for (var failing = 1; failing <= good.Position; failing++)
            {
                var file = new MemoryStore(pair.Parent.File);
                var (changes, at) = (0, failing);
                var store = new PowerCutStore(file)
                {
                    Fault = operation => operation.Kind != StoreOperationKind.Read && ++changes >= at
                        ? new StoreFault(error) : null,
                };
                Assert.ThrowsAny<IOException>(() => pair.Commit(store));
                store.Fault = null;
                tally.Add(pair.JudgeChild(file) ?? pair.DoAgain(file), $"call {failing}");
            }

            table.AddFaults(pair.Driver, $"{error}, commit", tally);
            tally.AssertAllGood(atLeast: 10);
        }
    }

    /// <summary>A parent of a kind and a child on it: data, isolated sectors, zeros that hide, and much that is
    /// not there.</summary>
    private sealed class Pair
    {
        private readonly MemoryGate _gate = new();
        private readonly byte[] _merged;

        public Pair(CutDriver driver)
        {
            Driver = driver;
            Parent = driver.Initial();
            _gate["child"] = new MemoryStore("child");
            _gate["parent"] = new MemoryStore(Parent.File);
            _gate[TestParents.Full.RelativePath!] = TestParents.Gate[TestParents.Full.RelativePath!];
            _merged = [.. Parent.Content];
            using var child = MakeChild();
            foreach (var (offset, length) in Written)
            {
                var bytes = Bytes.Noise(length, offset);
                child.Write(bytes, offset);
                bytes.CopyTo(_merged, offset);
            }

            child.WriteZeroes(Zeroed.Offset, Zeroed.Length);
            _merged.AsSpan(Zeroed.Offset, Zeroed.Length).Clear();
        }

        public CutDriver Driver { get; }

        public CutImage Parent { get; }

        public ByteStore Top => _gate["top"];

        private int Unit => Driver.Unit;

        private (int Offset, int Length)[] Written =>
            [(0, Unit), (Unit + 512, 512), (Unit + 1536, 1024), ((2 * Unit) + 1024, Unit)];

        private (int Offset, int Length) Zeroed => (Unit + 3072, 1024);

        public void Commit(ByteStore parentFile)
        {
            using var child = OpenAlone();
            using var parent = DiskImage.Open(
                new LastingStore(parentFile),
                new ImageOpenOptions { Writable = true, Format = Driver.Format, Gate = _gate, CacheBytes = 1024 });
            var options = new CommitOptions { Workers = 1 };
            CommitOperation.Run(child, parent, options, TestContext.Current.CancellationToken);
        }

        public GuestHistory History(int end)
        {
            var history = new GuestHistory(Parent.Content);
            foreach (var (offset, length) in Written.Append(Zeroed))
            {
                history.BeginWrite(0, offset, _merged.AsSpan(offset, length));
            }

            history.Flushed(end);
            return history;
        }

        /// <summary>What the child shows with the parent as it is now.</summary>
        public string? JudgeChild(MemoryStore parentFile)
        {
            if (Driver.Format != ImageFormats.Vhd)
            {
                return null; // which a VHD cannot have as its parent
            }

            return Judge(_gate["child"], GateWith(parentFile), _merged);
        }

        /// <summary>A child on the child.</summary>
        /// <returns>What it shows.</returns>
        public byte[] MakeTop()
        {
            var file = new MemoryStore("top");
            _gate["top"] = file;
            using var child = DiskImage.Open(
                _gate.Open("child", FileOpenOptions.ForReading), new ImageOpenOptions { OpenBacking = false });
            using var top = DiskImage.CreateChild(
                new LastingStore(file), ImageFormats.Vhd, child.Length,
                new NewBacking(ImageFormats.Vhd, "child", "/child") { Identity = child.Identity }, _gate,
                TestDisk.Options("block_size=4K"));
            var content = _merged.ToArray();
            var bytes = Bytes.Noise(1024, 99);
            top.Write(bytes, 512);
            bytes.CopyTo(content, 512);
            return content;
        }

        public static void Relink(ByteStore top, MemoryStore parentFile)
        {
            using var parent = DiskImage.Open(
                new LastingStore(TestDisk.Frozen(parentFile)), new ImageOpenOptions { OpenBacking = false });
            var backing = new NewBacking(ImageFormats.Vhd, "parent", "/parent") { Identity = parent.Identity };
            RelinkOperation.Run(top, ImageFormats.Vhd, backing, force: true);
        }

        /// <summary>What the child on the child shows.</summary>
        public string? JudgeTop(MemoryStore parentFile, ByteStore top, byte[] shown, bool childIsGone = false)
        {
            var gate = GateWith(parentFile);
            if (!childIsGone)
            {
                gate["child"] = _gate["child"];
            }

            return Judge(top, gate, shown);
        }

        private static MemoryGate GateWith(MemoryStore parentFile) => new()
        {
            ["parent"] = parentFile,
            [TestParents.Full.RelativePath!] = TestParents.Gate[TestParents.Full.RelativePath!],
        };

        private static string? Judge(ByteStore file, MemoryGate gate, byte[] shown)
        {
            try
            {
                using var disk = DiskImage.Open(
                    new LastingStore(TestDisk.Frozen(file)), new ImageOpenOptions { Gate = gate });
                return Bytes.All(disk).AsSpan().SequenceEqual(shown) ? null : "a child shows something else";
            }
            catch (IOException e)
            {
                return $"a child: {e.Message}";
            }
        }

        public string? DoAgain(MemoryStore file)
        {
            try
            {
                Commit(file);
            }
            catch (IOException e)
            {
                return $"the second time: {e.Message}";
            }

            return CutJudge.JudgeLive(Driver, file, new GuestHistory(_merged));
        }

        private DiskImage OpenAlone() => DiskImage.Open(
            new LastingStore(TestDisk.Frozen(_gate["child"])), new ImageOpenOptions { OpenBacking = false });

        private DiskImage MakeChild()
        {
            var backing = TestParents.Full;
            if (Driver.Format == ImageFormats.Vhd)
            {
                using var parent = TestDisk.OpenForReading(_gate["parent"], Driver.Format);
                backing = new NewBacking(ImageFormats.Vhd, "parent", "/parent") { Identity = parent.Identity };
            }

            return DiskImage.CreateChild(
                new LastingStore(_gate["child"]), ImageFormats.Vhd, Parent.Content.Length, backing, _gate,
                TestDisk.Options("block_size=4K"));
        }
    }
}
