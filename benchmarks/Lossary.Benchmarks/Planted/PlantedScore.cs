namespace Lossary.Benchmarks;

/// <summary>How often the answer to a planted truth was right.</summary>
/// <param name="Part">recommend, compare or ties.</param>
/// <param name="Case">The truth's name.</param>
/// <param name="Right">Runs with a right answer; of ties: runs in which a gap was called real.</param>
/// <param name="Runs">All runs.</param>
/// <param name="IsReached">Whether that meets the goal.</param>
/// <param name="Answers">Every answer and how often it was given, the most frequent first.</param>
/// <param name="Missed">The seeds of wrong answers.</param>
internal sealed record PlantedScore(
    string Part, string Case, int Right, int Runs, bool IsReached, IReadOnlyDictionary<string, int> Answers, int[] Missed)
{
    public static PlantedScore Of(
        string part, string name, double goal, IReadOnlyList<(int Seed, string Answer, bool IsRight)> runs)
    {
        int right = runs.Count(run => run.IsRight);
        Dictionary<string, int> answers = runs.CountBy(run => run.Answer)
            .OrderByDescending(answer => answer.Value)
            .ThenBy(answer => answer.Key, StringComparer.Ordinal)
            .ToDictionary();
        int[] missed = [.. runs.Where(run => !run.IsRight).Select(run => run.Seed)];
        return new(part, name, right, runs.Count, right >= goal * runs.Count, answers, missed);
    }
}
