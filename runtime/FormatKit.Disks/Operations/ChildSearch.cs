using System.Globalization;
using FormatKit.Disks.Drivers;
using FormatKit.Disks.Images;
using FormatKit.Disks.Storage;
using FormatKit.Disks.Storage.Native;

namespace FormatKit.Disks.Operations;

/// <summary>
/// The images in some folders that have a parent, so that it can be told who would be hurt when a disk is changed or
/// goes. A disk does not know its children: those elsewhere are not found.
/// </summary>
internal sealed class ChildSearch
{
    /// <summary>The most files of a folder that are looked at.</summary>
    private const int MaxFiles = 10_000;

    private readonly OpenGate _gate;
    private readonly List<(string File, BackingReference Reference)> _children = [];
    private readonly List<string> _notes = [];

    private ChildSearch(OpenGate gate) => _gate = gate;

    /// <summary>What could not be looked at, and why.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Looks at the files of the folders that some files are in, but not below. Their headers are read whoever
    /// is using them; nothing that they name is opened.</summary>
    public static ChildSearch Beside(IEnumerable<string> files, OpenGate gate)
    {
        var search = new ChildSearch(gate);
        foreach (var folder in files.Select(file => HostPath.ResolveFolder(HostPath.Resolve(file))).Distinct())
        {
            search.LookInto(folder);
        }

        return search;
    }

    /// <summary>The files that name a disk as their parent, by its place and, if they say one, its identity.</summary>
    public IEnumerable<string> ChildrenOf(DiskImage parent) => _children
        .Where(child => (child.Reference.Identity ?? parent.Identity) == parent.Identity
            && child.Reference.Names.Any(name => LeadsTo(child.File, name, parent.Name)))
        .Select(child => child.File);

    private void LookInto(string folder)
    {
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(folder).Take(MaxFiles + 1).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _notes.Add($"children of the parent were not looked for: {e.Message.TrimEnd('.')}");
            return;
        }

        foreach (var file in files.Take(MaxFiles))
        {
            try
            {
                LookAt(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                _notes.Add($"whether it is a child too was not found out: {e.Message.TrimEnd('.')}");
            }
        }

        if (files.Length > MaxFiles)
        {
            _notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"of {folder} only {MaxFiles} files were looked at for children"));
        }
    }

    private void LookAt(string file)
    {
        if (HostFile.KindOf(file) != HostFileKind.Regular)
        {
            return;
        }

        using var store = FileStore.Open(file, FileOpenOptions.ForReadingUnlocked);
        var format = ImageFormats.All.FirstOrDefault(
            format => format.Abilities.HasFlag(FormatAbilities.Chain) && format.Probe(store));
        if (format?.Open(store, new OpenRequest(Writable: false, OptionValues.None)).Backing is { } reference)
        {
            _children.Add((file, reference));
        }
    }

    private bool LeadsTo(string child, BackingName name, string parent)
    {
        try
        {
            return !name.Path.Contains('\0', StringComparison.Ordinal)
                && _gate.AreSame(_gate.Locate(child, name.Path), parent);
        }
        catch (IOException)
        {
            return false; // a name that leads nowhere
        }
    }
}
