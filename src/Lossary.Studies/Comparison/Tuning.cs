namespace Lossary.Studies;

/// <summary>What was tried before a training, and what of it is to be trained with.</summary>
/// <param name="Variant">The index of the objective among <see cref="Objective.Variants"/>.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Trials">How many combinations were tried; 0 where there was no choice.</param>
internal readonly record struct TunedSettings(int Variant, double Rate, int Trials);

/// <summary>How well a trial did on the validation rows; the lower the better, infinite where it diverged.</summary>
/// <param name="Score">The stopping metric, as it is minimised.</param>
/// <param name="Loss">The last epoch's training loss.</param>
internal readonly record struct TrialScore(double Score, double Loss);

/// <summary>
/// Chooses learning rate and variant in a number of trials that is the same for every objective: first the rates of the
/// grid, then the other variants at the best of them, then rates between the best and the better of its neighbours.
/// </summary>
internal sealed class Tuning(
    IReadOnlyList<double> rates, int variants, int trials, Func<int, double, TrialScore> attempt)
{
    private readonly SortedDictionary<double, TrialScore> _tried = [];
    private int _variant;
    private int _made;

    /// <summary>
    /// The settings with the best validation score; of equal ones, frequent where few rows validate, the rate that
    /// brought the loss itself lowest, the earlier variant. The smallest rate if all diverge.
    /// </summary>
    public TunedSettings Run()
    {
        if (rates.Count == 1 && variants == 1)
        {
            return new(0, rates[0], 0);
        }

        foreach (double rate in rates)
        {
            Try(rate);
        }

        ChooseVariant();
        while (_made < trials && Between() is double rate)
        {
            Try(rate);
        }

        return new(_variant, Best(), _made);
    }

    private void Try(double rate)
    {
        _tried[rate] = attempt(_variant, rate);
        _made++;
    }

    private void ChooseVariant()
    {
        double rate = Best();
        TrialScore lowest = _tried[rate];
        for (int variant = 1; variant < variants; variant++)
        {
            TrialScore reached = attempt(variant, rate);
            _made++;

            // Losses of other parameters are on other scales: only scores compare.
            if (reached.Score < lowest.Score)
            {
                (_variant, lowest) = (variant, reached);
            }
        }

        _tried[rate] = lowest;
    }

    private double Best() => InOrder(_tried.Keys).First();

    private IEnumerable<double> InOrder(IEnumerable<double> rates) => rates
        .OrderBy(rate => _tried[rate].Score)
        .ThenBy(rate => _tried[rate].Loss)
        .ThenBy(rate => rate);

    /// <summary>
    /// The middle, by ratio, between the best rate and the better of its neighbours; null where it has none.
    /// </summary>
    private double? Between()
    {
        double best = Best();
        IEnumerable<double> neighbours = _tried.Keys.Where(rate => rate < best).TakeLast(1)
            .Concat(_tried.Keys.Where(rate => rate > best).Take(1));
        double middle = Math.Sqrt(best * InOrder(neighbours).FirstOrDefault(best));
        return _tried.ContainsKey(middle) ? null : middle;
    }
}
