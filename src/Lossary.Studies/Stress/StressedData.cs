using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Puts a trouble into the rows that train and validate; the rows that test stay as they are.</summary>
/// <remarks>
/// Rows are spoilt or dropped in one random order for each fold: those of a level are among those of the next, and are
/// the same for every objective.
/// </remarks>
internal sealed class StressedData
{
    /// <summary>How far outliers lie from the median, in units of the target's spread: from here …</summary>
    public const double Nearest = 10;

    /// <summary>… to here, evenly.</summary>
    public const double Farthest = 20;

    private const int FewestRows = 8;

    private readonly Table _table;
    private readonly Target _target;
    private readonly Domain _domain;
    private readonly StressKind _kind;

    /// <param name="table">The data.</param>
    /// <param name="target">What is predicted.</param>
    /// <param name="losses">The losses that must be able to take the spoilt targets.</param>
    /// <param name="kind">The trouble.</param>
    public StressedData(Table table, Target target, IEnumerable<ILoss> losses, StressKind kind)
    {
        _table = table;
        _target = target;
        _kind = kind;
        Domain[] domains = [.. losses.Select(loss => loss.Card.Target)];
        _domain = new(domains.Max(d => d.Low), domains.Min(d => d.High), true, true);
        RarestClass = target.IsClass ? Rarest(target) : -1;
    }

    /// <summary>The class that becomes rare; of equally small ones the last.</summary>
    public int RarestClass { get; }

    /// <summary>The fold with a level of the trouble.</summary>
    /// <param name="clean">The fold.</param>
    /// <param name="level">The share of rows that is spoilt, or kept.</param>
    /// <param name="random">Of this fold and trouble, the same for every level.</param>
    public FoldData At(FoldData clean, double level, RandomStream random)
    {
        RandomStream training = random.Split("training"), validation = random.Split("validation");
        if (_kind is StressKind.RareClass or StressKind.FewRows)
        {
            return FoldData.Of(
                _table,
                _target,
                clean.Fold,
                Kept(clean.Training, level, FewestRows, training),
                Kept(clean.Validation, level, 1, validation));
        }

        double middle = OrderStatistics.Median(OrderStatistics.Sorted(clean.Training.Targets));
        double spread = TargetScale.SpreadOf(clean.Training.Targets);
        double Spoil(double target, RandomStream stream) => _kind == StressKind.WrongLabels
            ? Wrong((int)target, stream)
            : Far(middle, spread, stream);
        return clean.With(
            Spoilt(clean.Training, level, training, Spoil), Spoilt(clean.Validation, level, validation, Spoil));
    }

    private static FoldPart Spoilt(
        FoldPart part, double share, RandomStream random, Func<double, RandomStream, double> spoil)
    {
        double[] targets = [.. part.Targets];
        int[] order = Order(part.Count, random);
        for (int i = 0; i < (int)Math.Round(share * order.Length, MidpointRounding.AwayFromZero); i++)
        {
            // A stream for each row: what becomes of it does not depend on how many others are spoilt.
            targets[order[i]] = spoil(targets[order[i]], random.Split((ulong)order[i]));
        }

        return part with { Targets = targets };
    }

    /// <summary>The positions that stay, ascending; of each class at least one.</summary>
    private int[] Kept(FoldPart part, double share, int fewest, RandomStream random)
    {
        int[] order = Order(part.Count, random);
        IEnumerable<int> kept = order
            .GroupBy(i => _target.IsClass ? (int)part.Targets[i] : 0)
            .SelectMany(members =>
            {
                int count = members.Count();
                bool isWhole = _kind == StressKind.RareClass && members.Key != RarestClass;
                int least = Math.Min(count, _target.IsClass ? 1 : fewest);
                return members.Take(isWhole ? count : Math.Max(least, (int)Math.Round(share * count)));
            });
        return [.. kept.Select(i => part.Positions[i]).Order()];
    }

    private double Far(double middle, double spread, RandomStream random)
    {
        double distance = (Nearest + ((Farthest - Nearest) * random.NextDouble())) * spread;
        double sign = _kind == StressKind.OutliersOnBothSides && random.NextDouble() < 0.5 ? -1 : 1;
        double value = Math.Clamp(middle + (sign * distance), _domain.Low, _domain.High);
        return _target.Task == TaskKind.Counts ? Math.Round(value) : value;
    }

    private double Wrong(int code, RandomStream random)
    {
        int other = random.NextInt(_target.ClassNames.Count - 1);
        return other < code ? other : other + 1;
    }

    private static int Rarest(Target target)
    {
        int[] counts = new int[target.ClassNames.Count];
        foreach (int code in target.Classes)
        {
            counts[code]++;
        }

        return Array.LastIndexOf(counts, counts.Min());
    }

    private static int[] Order(int count, RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order.AsSpan());
        return order;
    }
}
