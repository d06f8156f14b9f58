using System.Globalization;
using System.Numerics;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>The pinball losses of several levels, one for each output of a network: their mean is minimised.</summary>
/// <remarks>
/// Predictions and targets come row by row, [rows, levels]; each target stands once for every level. For one training
/// at a time: it holds memory.
/// </remarks>
/// <param name="levels">Rising, each within (0, 1).</param>
internal sealed class SeveralQuantiles(IReadOnlyList<double> levels) : ISampleLoss
{
    private readonly ISampleLoss[] _losses =
    [
        .. levels.Select(level => LossCatalogue.Create<ISampleLoss>(
            string.Create(CultureInfo.InvariantCulture, $"{Key}:level={level:R}"))),
    ];

    private readonly Columns<float> _singles = new();
    private readonly Columns<double> _doubles = new();

    /// <summary>The loss whose levels these are.</summary>
    public static string Key => "quantile";

    public LossCard Card => _losses[0].Card;

    public LossTraits Traits => _losses[0].Traits;

    public string Name => Key;

    public Totals Evaluate(in LossBatch<float> batch)
    {
        Totals totals = default;
        for (int k = 0; k < _losses.Length; k++)
        {
            LossBatch<float> column = _singles.Take(batch, k, _losses.Length);
            totals += _losses[k].Evaluate(column);
            _singles.PutBack(batch, k, _losses.Length);
        }

        return totals;
    }

    public Totals Evaluate(in LossBatch<double> batch)
    {
        Totals totals = default;
        for (int k = 0; k < _losses.Length; k++)
        {
            LossBatch<double> column = _doubles.Take(batch, k, _losses.Length);
            totals += _losses[k].Evaluate(column);
            _doubles.PutBack(batch, k, _losses.Length);
        }

        return totals;
    }

    /// <summary>Of the lowest level: a point belongs to one.</summary>
    public LossPoint At(double prediction, double target) => _losses[0].At(prediction, target);

    /// <summary>One column of a batch at a time, and its gradient back into the rows.</summary>
    private sealed class Columns<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private T[] _predictions = [], _targets = [], _weights = [], _values = [], _gradient = [];
        private bool[] _mask = [];

        public LossBatch<T> Take(in LossBatch<T> batch, int column, int width)
        {
            int rows = batch.Predictions.Length / width;
            if (_predictions.Length != rows)
            {
                (_predictions, _targets, _weights) = (new T[rows], new T[rows], new T[rows]);
                (_values, _gradient, _mask) = (new T[rows], new T[rows], new bool[rows]);
            }

            for (int row = 0; row < rows; row++)
            {
                int at = (row * width) + column;
                _predictions[row] = batch.Predictions[at];
                _targets[row] = batch.Targets[at];
                _weights[row] = batch.Weights.IsEmpty ? T.One : batch.Weights[at];
                _mask[row] = batch.Mask.IsEmpty || batch.Mask[at];
            }

            return new()
            {
                Predictions = _predictions,
                Targets = _targets,
                Weights = batch.Weights.IsEmpty ? default : _weights,
                Mask = batch.Mask.IsEmpty ? default : _mask,
                Values = batch.Values.IsEmpty ? default : _values,
                Gradient = batch.Gradient.IsEmpty ? default : _gradient,
                Reduction = batch.Reduction,
            };
        }

        /// <summary>A mean over all columns is one over each, divided by their number.</summary>
        public void PutBack(in LossBatch<T> batch, int column, int width)
        {
            T share = batch.Reduction == Reduction.Sum ? T.One : T.One / T.CreateChecked(width);
            for (int row = 0; row < _predictions.Length; row++)
            {
                int at = (row * width) + column;
                if (!batch.Values.IsEmpty)
                {
                    batch.Values[at] = _values[row];
                }

                if (!batch.Gradient.IsEmpty)
                {
                    batch.Gradient[at] = share * _gradient[row];
                }
            }
        }
    }
}
