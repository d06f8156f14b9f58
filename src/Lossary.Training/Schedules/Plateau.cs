namespace Lossary.Training;

/// <summary>Lowers the learning rate when scores stop getting better.</summary>
/// <remarks>PyTorch's conventions, those of <c>ReduceLROnPlateau</c>; NaN is never better.</remarks>
/// <param name="options">When and how far.</param>
public sealed class Plateau(PlateauOptions options)
{
    private readonly PlateauOptions _options = options ?? throw new ArgumentNullException(nameof(options));
    private double _best = options.IsHigherBetter ? double.NegativeInfinity : double.PositiveInfinity;
    private int _worse;
    private int _cooling;

    /// <summary>Takes a score and tells the rate to go on with.</summary>
    /// <param name="score">Of the epoch just ended.</param>
    /// <param name="rate">The learning rate so far; not negative.</param>
    public double Next(double score, double rate)
    {
        _worse = IsBetter(score) ? 0 : _worse + 1;
        _best = _worse == 0 ? score : _best;
        if (_cooling > 0)
        {
            _cooling--;
            _worse = 0;
        }

        if (_worse <= _options.Patience)
        {
            return rate;
        }

        _cooling = _options.Cooldown;
        _worse = 0;
        double lower = Math.Max(rate * _options.Factor, _options.MinimumRate);
        return rate - lower > _options.SmallestChange ? lower : rate;
    }

    private bool IsBetter(double score)
    {
        double sign = _options.IsHigherBetter ? 1 : -1;
        double wanted = _options.IsThresholdAbsolute
            ? _best + (sign * _options.Threshold)
            : _best * (1 + (sign * _options.Threshold));
        return _options.IsHigherBetter ? score > wanted : score < wanted;
    }
}
