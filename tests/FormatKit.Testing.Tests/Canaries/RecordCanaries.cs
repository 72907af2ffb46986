namespace FormatKit.Testing.Tests.Canaries;

/// <summary>For each law of records at least one record that breaks it.</summary>
internal static class RecordCanaries
{
    public static IReadOnlyList<PlantedCanary> All { get; } =
    [
        With<WrongItemOrder>(
            RecordLaws.TableLaw, "items in the wrong byte order", "Items[0] at byte 3: the codec reads"),
        With<WriterLosesBit>(
            RecordLaws.ReadLaw, "a writer loses a bit", "Items[0] at byte 3: written again it differs"),
        With<WriterLosesBit>(
            RecordLaws.WriteLaw, "a writer loses a bit, and another record is read",
            "Items: it is another after writing and reading"),
        With<SumNotWritten>(
            RecordLaws.WaysLaw, "a writer leaves a byte as the buffer has it",
            "Sum at byte 3: a span gets others"),
        With<ForgivenSum>(
            RecordLaws.PiecesLaw, "a record is taken before its last byte is there",
            "3 of 4 bytes are there, and it is Complete"),
        With<ForgivenSum>(
            RecordLaws.TruncationLaw, "a record without its last byte is taken",
            "it is taken when it ends at 3 of 4 bytes"),
        With<CountBelieved>(
            RecordLaws.LimitLaw, "a count is believed", "Count at byte 1: 65535 makes reading 4 bytes allocate"),
        With<ForgottenSum>(
            RecordLaws.MutationLaw, "a sum that is not validated", "Sum at byte 3: the checksum"),
        new("a checksum of a record that is blind for some bytes", RecordLaws.SightLaw,
            RecordLaws.ChecksumsSeeEveryByte<BlindRecord>, "Sum: BlindSum is the same whichever bit of byte 3 of 48"),
        With<KindThrows>(
            RecordLaws.TotalityLaw, "a codec that throws", "throws InvalidOperationException: nobody is of that kind"),
    ];

    private static PlantedCanary With<TBug>(string law, string story, string says)
        where TBug : struct, IPlantedRecordBug =>
        new(story, law, Laws.Of<RecordCanary<TBug>>().Single(candidate => candidate.Name == law).Try, says);
}
