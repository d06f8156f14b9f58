using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Studies;

/// <summary>A loss of a distribution's parameters as one of a network's outputs, row by row.</summary>
/// <remarks>
/// Predictions and targets come row by row, [rows, outputs]; each target stands once for every output. For one training at a
/// time: it holds memory.
/// </remarks>
/// <param name="loss">The loss.</param>
/// <param name="head">Which of its inputs are outputs.</param>
internal sealed class HeadLoss(IArrayLoss loss, DistributionHead head) : ISampleLoss
{
    private readonly Dictionary<int, Inputs> _byRows = [];

    public LossCard Card => loss.Card;

    public LossTraits Traits => loss.Traits;

    public string Name => loss.Name;

    public Totals Evaluate(in LossBatch<float> batch)
    {
        int width = head.Outputs.Count, rows = batch.Predictions.Length / width;
        if (!_byRows.TryGetValue(rows, out Inputs? inputs))
        {
            _byRows.Add(rows, inputs = new(head, rows));
        }

        inputs.Fill(batch);
        Totals totals = loss.Evaluate(inputs.All);
        inputs.PutBack(batch.Gradient);
        return totals;
    }

    /// <summary>Networks learn in single precision.</summary>
    public Totals Evaluate(in LossBatch<double> batch) =>
        throw new NotSupportedException($"{Name} is trained in single precision.");

    /// <summary>A row has several outputs: it has no one point.</summary>
    public LossPoint At(double prediction, double target) => new(double.NaN, double.NaN, double.NaN);

    /// <summary>The loss's inputs for so many rows.</summary>
    private sealed class Inputs
    {
        private readonly Tensor<float>[] _outputs;
        private readonly float[] _targets, _weights;

        public Inputs(DistributionHead head, int rows)
        {
            _targets = new float[rows];
            _weights = new float[rows];
            _outputs = [.. head.Outputs.Select(_ => new Tensor<float>(new Shape(rows), new float[rows], new float[rows]))];
            foreach ((int k, string name) in head.Outputs.Index())
            {
                All[name] = _outputs[k];
            }

            All[DistributionHead.TargetName] = new Tensor<float>(new Shape(rows), _targets);
        }

        public LossInputs<float> All { get; } = new();

        public void Fill(in LossBatch<float> batch)
        {
            int width = _outputs.Length;
            for (int row = 0; row < _targets.Length; row++)
            {
                _targets[row] = batch.Targets[row * width];
                _weights[row] = batch.Weights.IsEmpty ? 1 : batch.Weights[row * width];
                for (int k = 0; k < width; k++)
                {
                    _outputs[k].Values[row] = batch.Predictions[(row * width) + k];
                }
            }

            All.Weights = batch.Weights.IsEmpty ? default : _weights;
            All.Reduction = batch.Reduction;
        }

        public void PutBack(Span<float> gradient)
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                gradient[i] = _outputs[i % _outputs.Length].Gradient[i / _outputs.Length];
            }
        }
    }
}
