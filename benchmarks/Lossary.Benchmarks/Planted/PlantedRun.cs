using System.Globalization;

namespace Lossary.Benchmarks;

/// <summary>Runs a study of planted truths and tells its results: a table for people, lines of JSON for programs.</summary>
internal static class PlantedRun
{
    /// <summary>Prints each result as it comes, then the table.</summary>
    /// <param name="part">recommend, compare or ties; compare:KIND for one kind of data.</param>
    /// <param name="share">The share of the runs that is done: 1 for what is published.</param>
    /// <param name="file">FILE.md and FILE.jsonl are written; null for none.</param>
    public static void Run(string part, double share, string? file)
    {
        Origin origin = Origin.Of($"benchmarks/planted/run {part}");
        List<PlantedScore> scores = [];
        foreach (PlantedScore score in PlantedStudies.All[part.Split(':')[0]](share, part.Split(':').ElementAtOrDefault(1)))
        {
            scores.Add(score);
            Results.WriteLine(Console.Out, score);
        }

        string table = Table(origin, scores);
        Console.WriteLine();
        Console.WriteLine(table);
        if (file is not null)
        {
            File.WriteAllText($"{file}.md", table + "\n");
            using StreamWriter lines = File.CreateText($"{file}.jsonl");
            Results.WriteLine(lines, origin);
            scores.ForEach(score => Results.WriteLine(lines, score));
        }
    }

    private static string Table(Origin origin, IEnumerable<PlantedScore> scores)
    {
        IEnumerable<string> rows = scores.Select(score => string.Create(
            CultureInfo.InvariantCulture,
            $"| {score.Case} | {score.Right} of {score.Runs} | {(score.IsReached ? "yes" : "**no**")} | {Listed(score.Answers)} |"));
        return $"""
            {origin.Machine}, {origin.Cores} cores, {origin.Runtime}, {origin.Date}: `{origin.Command}`

            | planted | right | goal reached | answers |
            | --- | ---: | --- | --- |
            {string.Join('\n', rows)}
            """;
    }

    private static string Listed(IReadOnlyDictionary<string, int> answers) => string.Join(
        ", ", answers.Select(answer => string.Create(CultureInfo.InvariantCulture, $"{answer.Key} {answer.Value}")));
}
