using System.Numerics;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>
/// A loss that takes predictions in a part of the target's own scale only: each raw output of the network is decoded
/// before the loss sees it, and the gradient follows by the chain rule.
/// </summary>
/// <remarks>For one training at a time: it holds memory.</remarks>
/// <param name="loss">A loss of predictions and targets on the target's own scale.</param>
/// <param name="scale">From raw outputs to predictions in the loss's domain.</param>
internal sealed class OwnScale(ISampleLoss loss, TargetScale scale) : ISampleLoss
{
    private readonly LossCard _card = loss.Card with { Prediction = Domain.Real };
    private readonly Decoded<float> _singles = new(scale, loss.Card.Prediction.Low);
    private readonly Decoded<double> _doubles = new(scale, loss.Card.Prediction.Low);

    public LossCard Card => _card;

    public LossTraits Traits => loss.Traits;

    public string Name => loss.Name;

    /// <summary>Whether a network's outputs have to be brought into the loss's domain.</summary>
    public static bool IsNeededBy(ILoss loss) => !loss.Card.Prediction.IsEverything;

    /// <summary>
    /// Whether there is a scale that decodes every raw output into a domain: see <see cref="TargetScale"/>.
    /// </summary>
    public static bool CanReach(Domain predictions) =>
        double.IsFinite(predictions.Low) && double.IsPositiveInfinity(predictions.High);

    public Totals Evaluate(in LossBatch<float> batch)
    {
        Totals totals = loss.Evaluate(_singles.With(batch));
        _singles.ToRaw(batch.Predictions, batch.Gradient);
        return totals;
    }

    public Totals Evaluate(in LossBatch<double> batch)
    {
        Totals totals = loss.Evaluate(_doubles.With(batch));
        _doubles.ToRaw(batch.Predictions, batch.Gradient);
        return totals;
    }

    /// <summary>Value and slope by the raw output; the curvature of an affine scale only, NaN else.</summary>
    public LossPoint At(double prediction, double target)
    {
        LossPoint at = loss.At(scale.Decode(prediction), target);
        double slope = scale.SlopeAt(prediction);
        return new(at.Value, at.Slope * slope, scale.Link == Link.Identity ? at.Curvature * slope * slope : double.NaN);
    }

    private sealed class Decoded<T>(TargetScale scale, double bound)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly T _least = T.BitIncrement(T.CreateTruncating(bound));
        private T[] _predictions = [];

        public LossBatch<T> With(in LossBatch<T> batch)
        {
            if (_predictions.Length < batch.Predictions.Length)
            {
                _predictions = new T[batch.Predictions.Length];
            }

            for (int i = 0; i < batch.Predictions.Length; i++)
            {
                // Rounding must not reach the bound itself; what overflows has diverged, and comes out as NaN.
                T decoded = T.CreateTruncating(scale.Decode(double.CreateTruncating(batch.Predictions[i])));
                _predictions[i] = T.IsFinite(decoded) ? T.Max(decoded, _least) : T.NaN;
            }

            return new()
            {
                Predictions = _predictions.AsSpan(0, batch.Predictions.Length),
                Targets = batch.Targets,
                Weights = batch.Weights,
                Mask = batch.Mask,
                Values = batch.Values,
                Gradient = batch.Gradient,
                Reduction = batch.Reduction,
                RowLength = batch.RowLength,
            };
        }

        public void ToRaw(ReadOnlySpan<T> raw, Span<T> gradient)
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] *= T.CreateTruncating(scale.SlopeAt(double.CreateTruncating(raw[i])));
            }
        }
    }
}
