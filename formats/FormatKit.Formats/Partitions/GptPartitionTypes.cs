namespace FormatKit.Formats.Partitions;

/// <summary>What is known of the types of partitions in a GPT.</summary>
/// <remarks>UEFI Specification 2.10, 5.3.3, defines the unused one, the system partition and the one of a legacy MBR;
/// systems have made the others for themselves. The names are util-linux's.</remarks>
public static class GptPartitionTypes
{
    /// <summary>The type of an entry that is not used.</summary>
    public static readonly Guid Unused = Guid.Empty;

    private static readonly Dictionary<Guid, string> Names = new()
    {
        [new("C12A7328-F81F-11D2-BA4B-00A0C93EC93B")] = "EFI System",
        [new("024DEE41-33E7-11D3-9D69-0008C781F39F")] = "MBR partition scheme",
        [new("21686148-6449-6E6F-744E-656564454649")] = "BIOS boot",
        [new("9E1A2D38-C612-4316-AA26-8B49521E5A8B")] = "PowerPC PReP boot",
        [new("E3C9E316-0B5C-4DB8-817D-F92DF00215AE")] = "Microsoft reserved",
        [new("EBD0A0A2-B9E5-4433-87C0-68B6B72699C7")] = "Microsoft basic data",
        [new("5808C8AA-7E8F-42E0-85D2-E1E90434CFB3")] = "Microsoft LDM metadata",
        [new("AF9B60A0-1431-4F62-BC68-3311714A69AD")] = "Microsoft LDM data",
        [new("DE94BBA4-06D1-4D40-A16A-BFD50179D6AC")] = "Windows recovery environment",
        [new("E75CAF8F-F680-4CEE-AFA3-B001E56EFC2D")] = "Microsoft Storage Spaces",
        [new("37AFFC90-EF7D-4E96-91C3-2D7AE055B174")] = "IBM General Parallel Fs",
        [new("75894C1E-3AEB-11D3-B7C1-7B03A0000000")] = "HP-UX data",
        [new("E2A1E728-32E3-11D6-A682-7B03A0000000")] = "HP-UX service",
        [new("0FC63DAF-8483-4772-8E79-3D69D8477DE4")] = "Linux filesystem",
        [new("0657FD6D-A4AB-43C4-84E5-0933C84B4F4F")] = "Linux swap",
        [new("3B8F8425-20E0-4F3B-907F-1A25A76F98E8")] = "Linux server data",
        [new("44479540-F297-41B2-9AF7-D131D5F0458A")] = "Linux root (x86)",
        [new("4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709")] = "Linux root (x86-64)",
        [new("69DAD710-2CE4-4E3C-B16C-21A1D49ABED3")] = "Linux root (ARM)",
        [new("B921B045-1DF0-41C3-AF44-4C6F280D3FAE")] = "Linux root (ARM-64)",
        [new("72EC70A6-CF74-40E6-BD49-4BDA08E8F224")] = "Linux root (RISC-V-64)",
        [new("C31C45E6-3F39-412E-80FB-4809C4980599")] = "Linux root (PPC64LE)",
        [new("5EEAD9A9-FE09-4A1E-A1D7-520D00531306")] = "Linux root (S390X)",
        [new("2C7357ED-EBD2-46D9-AEC1-23D437EC2BF5")] = "Linux root verity (x86-64)",
        [new("DF3300CE-D69F-4C92-978C-9BFB0F38D820")] = "Linux root verity (ARM-64)",
        [new("41092B05-9FC8-4523-994F-2DEF0408B176")] = "Linux root verity sign. (x86-64)",
        [new("6DB69DE6-29F4-4758-A7A5-962190F00CE3")] = "Linux root verity sign. (ARM-64)",
        [new("8484680C-9521-48C6-9C11-B0720656F69E")] = "Linux /usr (x86-64)",
        [new("B0E01050-EE5F-4390-949A-9101B17104E9")] = "Linux /usr (ARM-64)",
        [new("77FF5F63-E7B6-4633-ACF4-1565B864C0E6")] = "Linux /usr verity (x86-64)",
        [new("6E11A4E7-FBCA-4DED-B9E9-E1A512BB664E")] = "Linux /usr verity (ARM-64)",
        [new("8DA63339-0007-60C0-C436-083AC8230908")] = "Linux reserved",
        [new("933AC7E1-2EB4-4F13-B844-0E14E2AEF915")] = "Linux home",
        [new("773F91EF-66D4-49B5-BD83-D683BF40AD16")] = "Linux user's home",
        [new("A19D880F-05FC-4D3B-A006-743F0F84911E")] = "Linux RAID",
        [new("E6D6D379-F507-44C2-A23C-238F2A3DF928")] = "Linux LVM",
        [new("4D21B016-B534-45C2-A9FB-5C16E091FD2D")] = "Linux variable data",
        [new("7EC6F557-3BC5-4ACA-B293-16EF5DF639D1")] = "Linux temporary data",
        [new("BC13C2FF-59E6-4262-A352-B275FD6F7172")] = "Linux extended boot",
        [new("516E7CB4-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD data",
        [new("83BD6B9D-7F41-11DC-BE0B-001560B84F0F")] = "FreeBSD boot",
        [new("516E7CB5-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD swap",
        [new("516E7CB6-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD UFS",
        [new("516E7CBA-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD ZFS",
        [new("516E7CB8-6ECF-11D6-8FF8-00022D09712B")] = "FreeBSD Vinum",
        [new("824CC7A0-36A8-11E3-890A-952519AD3F61")] = "OpenBSD data",
        [new("49F48D32-B10E-11DC-B99B-0019D1879648")] = "NetBSD swap",
        [new("49F48D5A-B10E-11DC-B99B-0019D1879648")] = "NetBSD FFS",
        [new("49F48D82-B10E-11DC-B99B-0019D1879648")] = "NetBSD LFS",
        [new("49F48DAA-B10E-11DC-B99B-0019D1879648")] = "NetBSD RAID",
        [new("48465300-0000-11AA-AA11-00306543ECAC")] = "Apple HFS/HFS+",
        [new("7C3457EF-0000-11AA-AA11-00306543ECAC")] = "Apple APFS",
        [new("55465300-0000-11AA-AA11-00306543ECAC")] = "Apple UFS",
        [new("52414944-0000-11AA-AA11-00306543ECAC")] = "Apple RAID",
        [new("52414944-5F4F-11AA-AA11-00306543ECAC")] = "Apple RAID offline",
        [new("426F6F74-0000-11AA-AA11-00306543ECAC")] = "Apple boot",
        [new("4C616265-6C00-11AA-AA11-00306543ECAC")] = "Apple label",
        [new("5265636F-7665-11AA-AA11-00306543ECAC")] = "Apple TV recovery",
        [new("53746F72-6167-11AA-AA11-00306543ECAC")] = "Apple Core storage",
        [new("6A82CB45-1DD2-11B2-99A6-080020736631")] = "Solaris boot",
        [new("6A85CF4D-1DD2-11B2-99A6-080020736631")] = "Solaris root",
        [new("6A898CC3-1DD2-11B2-99A6-080020736631")] = "Solaris /usr & Apple ZFS",
        [new("6A87C46F-1DD2-11B2-99A6-080020736631")] = "Solaris swap",
        [new("6A8B642B-1DD2-11B2-99A6-080020736631")] = "Solaris backup",
        [new("6A8EF2E9-1DD2-11B2-99A6-080020736631")] = "Solaris /var",
        [new("6A90BA39-1DD2-11B2-99A6-080020736631")] = "Solaris /home",
        [new("FE3A2A5D-4F32-41A7-B725-ACCC3285A309")] = "ChromeOS kernel",
        [new("3CB8E202-3B7E-47DD-8A3C-7FF2A13CFCEC")] = "ChromeOS root fs",
        [new("2E0A753D-9E48-43B0-8337-B15192CB1B5E")] = "ChromeOS reserved",
        [new("AA31E02A-400F-11DB-9590-000C2911D1B8")] = "VMware VMFS",
        [new("9D275380-40AD-11DB-BF97-000C2911D1B8")] = "VMware Diagnostic",
        [new("381CFCCC-7288-11E0-92EE-000C2911D0B2")] = "VMware Virtual SAN",
        [new("77719A0C-A4A0-11E3-A47E-000C29745A24")] = "VMware Virsto",
        [new("9198EFFC-31C0-11DB-8F78-000C2911D1B8")] = "VMware Reserved",
        [new("C91818F9-8025-47AF-89D2-F030D7000C2C")] = "Plan 9 partition",
        [new("42465331-3BA3-10F1-802A-4861696B7521")] = "Haiku BFS",
        [new("CEF5A9AD-73BC-4601-89F3-CDEEEEE321A1")] = "QNX6 file system",
        [new("45B0969E-9B03-4F30-B4C6-B4B80CEFF106")] = "Ceph Journal",
        [new("4FBD7E29-9D25-41B8-AFD0-062C0CEFF05D")] = "Ceph OSD",
    };

    /// <summary>The types whose names are known.</summary>
    public static IReadOnlyCollection<Guid> Known => Names.Keys;

    /// <summary>The name of a type; null where it is not known.</summary>
    public static string? NameOf(Guid type) => Names.GetValueOrDefault(type);
}
