using Lossary.Numerics;

namespace Lossary.Data;

/// <summary>
/// Splits targets into the folds of a repeated cross-validation, the same ones for a seed on every machine.
/// </summary>
/// <remarks>
/// Rows of one query stay together. Else classes are stratified: each fold gets its share of every class, to within one
/// row. Stone, Journal of the Royal Statistical Society B 36 (1974) 111–147, doi:10.1111/j.2517-6161.1974.tb00994.x.
/// </remarks>
public static class Folds
{
    /// <summary>Makes the folds of all repeats.</summary>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="folds">Folds of a repeat; at least 2.</param>
    /// <param name="repeats">How often the targets are dealt anew; at least 1.</param>
    /// <param name="random">Decides who goes where; only its children are drawn from.</param>
    /// <returns>Repeat by repeat, fold by fold.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer rows than folds, or a count out of range.</exception>
    public static IReadOnlyList<Fold> Repeated(Target target, int folds, int repeats, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        if (target.Count < folds)
        {
            throw new ArgumentOutOfRangeException(
                nameof(folds), folds, $"{target.Count} rows cannot be split into {folds} folds.");
        }

        if (QueryCount(target) is int queries && queries > 0 && queries < folds)
        {
            throw new ArgumentOutOfRangeException(
                nameof(folds), folds, $"{queries} queries cannot be split into {folds} folds.");
        }

        int[] positions = [.. Enumerable.Range(0, target.Count)];
        List<Fold> all = [];
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            int[] foldOf = Deal(positions, target, folds, random.Split((ulong)repeat));
            for (int fold = 0; fold < folds; fold++)
            {
                int current = fold;
                all.Add(new Fold(
                    repeat,
                    fold,
                    [.. positions.Where(position => foldOf[position] != current)],
                    [.. positions.Where(position => foldOf[position] == current)]));
            }
        }

        return all;
    }

    /// <summary>Says which classes are too small to be in every fold.</summary>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="folds">Folds of a repeat.</param>
    public static IReadOnlyList<Finding> FindSmallClasses(Target target, int folds)
    {
        ArgumentNullException.ThrowIfNull(target);
        List<Finding> findings = [];
        for (int code = 0; code < target.ClassNames.Count; code++)
        {
            int members = target.Classes.Count(code);
            if (members < folds)
            {
                findings.Add(new Finding(
                    $"class '{target.ClassNames[code]}' has {members} {(members == 1 ? "row" : "rows")}, fewer than "
                    + $"the {folds} folds: some folds are judged without it",
                    target.Name));
            }
        }

        return findings;
    }

    /// <summary>Parts the rows to train on from those that decide when to stop.</summary>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="training">Positions of the targets of one fold's training part; at least 2.</param>
    /// <param name="share">How many of them validate, in (0, 1); at least one row stays on each side.</param>
    /// <param name="random">Decides who goes where.</param>
    /// <returns>
    /// The rest to train on, and the positions to validate on; both ascending. Classes are stratified, and one that
    /// none of its rows fell to validates with one, if at least another is left to train on: most metrics of classes
    /// have no value where a class is missing.
    /// </returns>
    public static (int[] Training, int[] Validation) SplitValidation(
        Target target, IReadOnlyList<int> training, double share, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(training.Count, 2, nameof(training));
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Must be within (0, 1).");
        }

        if (!target.Queries.IsEmpty)
        {
            return SplitQueries(target, training, share, random);
        }

        int[] order = InStrata(training, target, random);
        bool[] validates = new bool[target.Count];
        int wanted = Math.Clamp((int)Math.Round(share * order.Length), 1, order.Length - 1);
        for (int i = 0; i < wanted; i++)
        {
            // Evenly spaced over the strata, so each class gives its share to within one row.
            validates[order[(int)((i + 0.5) * order.Length / wanted)]] = true;
        }

        if (target.IsClass)
        {
            foreach (IGrouping<int, int> members in order.GroupBy(position => target.Classes[position]))
            {
                bool isMissed = members.Count() > 1 && !members.Any(position => validates[position]);
                validates[members.First()] |= isMissed;
            }
        }

        return (
            [.. training.Where(position => !validates[position]).Order()],
            [.. training.Where(position => validates[position]).Order()]);
    }

    private static int QueryCount(Target target)
    {
        int count = 0;
        foreach (int query in target.Queries)
        {
            count = Math.Max(count, query + 1);
        }

        return count;
    }

    /// <summary>A share of the queries validates, one at least; all but one at most.</summary>
    private static (int[] Training, int[] Validation) SplitQueries(
        Target target, IReadOnlyList<int> training, double share, RandomStream random)
    {
        int[] queryOf = target.Queries.ToArray();
        int[] queries = [.. training.Select(position => queryOf[position]).Distinct().Order()];
        random.Shuffle(queries.AsSpan());
        int wanted = Math.Clamp((int)Math.Round(share * queries.Length), 1, Math.Max(1, queries.Length - 1));
        HashSet<int> validating = [.. queries.Take(wanted)];
        return (
            [.. training.Where(position => !validating.Contains(queryOf[position])).Order()],
            [.. training.Where(position => validating.Contains(queryOf[position])).Order()]);
    }

    private static int[] Deal(int[] positions, Target target, int folds, RandomStream random)
    {
        if (!target.Queries.IsEmpty)
        {
            int[] queries = [.. Enumerable.Range(0, QueryCount(target))], foldOfQuery = new int[queries.Length];
            random.Shuffle(queries.AsSpan());
            foreach ((int i, int query) in queries.Index())
            {
                foldOfQuery[query] = i % folds;
            }

            return [.. target.Queries.ToArray().Select(query => foldOfQuery[query])];
        }

        int[] order = InStrata(positions, target, random);
        int[] foldOf = new int[positions.Length];
        for (int i = 0; i < order.Length; i++)
        {
            foldOf[order[i]] = i % folds;
        }

        return foldOf;
    }

    /// <summary>The positions in random order; those of one class side by side.</summary>
    private static int[] InStrata(IReadOnlyList<int> positions, Target target, RandomStream random)
    {
        int[] order = [.. positions];
        random.Shuffle(order.AsSpan());
        if (target.IsClass)
        {
            int[] classes = target.Classes.ToArray();
            order = [.. order.OrderBy(position => classes[position])];
        }

        return order;
    }
}
