using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>From other libraries' calls to our losses and back.</summary>
internal static class LossTranslator
{
    private const int Most = 3;

    /// <summary>Our loss for a call; several where libraries share a name and mean different losses by it.</summary>
    /// <exception cref="UsageException">
    /// No library is known to have it, and the message names the nearest; or a weight in it is negative.
    /// </exception>
    public static IReadOnlyList<CallReading> FromCall(string text)
    {
        PeerCall call = PeerCall.Parse(text);
        foreach (PeerArgument argument in call.Arguments)
        {
            PeerWeights.Check(argument);
        }

        CallReading[] all = [.. CallTemplate.All.Select(template => template.Read(call)).OfType<CallReading>()];
        CallReading[] exact = [.. all.Where(reading => reading.Template.IsCalled(call))];
        CallReading[] readings =
        [
            .. (exact.Length > 0 ? exact : all)
                .GroupBy(reading => reading.Library)
                .Select(
                    library =>
                        library.OrderBy(reading => reading.Distance).ThenBy(reading => reading.IsPossible() ? 0 : 1)
                        .First())
                .DistinctBy(
                    reading => (reading.Ours, reading.Template.Translation.Scale, reading.Template.Translation.Note)),
        ];
        return readings.Length > 0 ? readings : throw new UsageException(Refusal(text, call));
    }

    /// <summary>A loss as others write it, in the order of its card.</summary>
    public static IReadOnlyList<CallReading> FromLoss(ILoss loss) =>
        [.. CallTemplate.Of(LossNamed.EntryOf(loss)).Select(template => template.Write(loss)).OfType<CallReading>()];

    private static string Refusal(string text, PeerCall call)
    {
        CallTemplate[] sameName = [.. CallTemplate.All.Where(template => template.Call.Folded == call.Folded)];
        if (sameName.Length > 0)
        {
            string known = string.Join(", ", sameName.Take(Most).Select(template => template.Translation.Call));
            return $"'{text}' is not translated; of that name are {known}.";
        }

        string[] nearest =
        [
            .. CallTemplate.All
                .SelectMany(template => Names(template).Select(name => (Name: name, template.Translation.Call)))
                .Select(known => (known.Call, Slips: Distance(call.Folded, PeerCall.Fold(known.Name))))
                .Where(known => known.Slips <= Math.Max(2, call.Folded.Length / 3))
                .OrderBy(known => known.Slips)
                .Select(known => known.Call)
                .Distinct()
                .Take(Most),
        ];
        string advice = nearest.Length == 0
            ? "'lossary losses TEXT' searches all names."
            : $"Did you mean {string.Join(" or ", nearest)}?";
        return $"No loss elsewhere is known as '{text}'. {advice}";
    }

    private static IEnumerable<string> Names(CallTemplate template) =>
        template.Call.Arguments.Where(argument => argument.IsText).Select(argument => argument.Text)
            .Append(template.Call.Folded);

    /// <summary>How many letters to insert, delete or replace.</summary>
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[to.Length];
    }
}
