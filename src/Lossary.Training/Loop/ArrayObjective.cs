using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A loss of several arrays, one number or one row of each for a sample.</summary>
internal sealed class ArrayObjective(IArrayLoss loss, ArrayRoles roles) : TrainingObjective
{
    private readonly Dictionary<int, Inputs> _byCount = [];

    public override Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, TrainingBatch batch, out Totals totals, out string? failure)
    {
        int count = predictions.Shape.Length / roles.OutputCount;
        if (!_byCount.TryGetValue(count, out Inputs? inputs))
        {
            _byCount.Add(count, inputs = new(roles, count));
        }

        failure = null;
        inputs.Fill(predictions.Values, batch);
        totals = loss.Evaluate(inputs.All);
        Tensor<float> gradient = tape.Rent(predictions.Shape);
        inputs.CopyGradient(gradient.Values);
        return tape.Objective(predictions, totals.Mean, gradient);
    }

    /// <summary>The loss's inputs for so many samples.</summary>
    private sealed class Inputs
    {
        private readonly Tensor<float>[] _outputs, _targets;
        private readonly Tensor<float>? _groups, _shared;
        private readonly float[] _weights, _offsets;
        private readonly bool _isRow;

        public Inputs(ArrayRoles roles, int count)
        {
            Shape shape = new(count), output = roles.Width is int width ? new(count, width) : shape;
            _isRow = roles.Width is not null;
            _offsets = [.. roles.Offsets];
            _outputs =
            [
                .. roles.Outputs.Select(
                    _ => new Tensor<float>(output, new float[output.Length], new float[output.Length])),
            ];
            _targets = [.. roles.Targets.Select(_ => new Tensor<float>(shape, new float[count]))];
            _weights = new float[count];
            foreach ((string name, Tensor<float> input) in roles.Outputs.Zip(_outputs).Concat(
                roles.Targets.Zip(_targets)))
            {
                All[name] = input;
            }

            if (roles.Shared is string shared)
            {
                Shape numbers = new(roles.SharedCount);
                All[shared] = _shared = new Tensor<float>(
                    numbers, new float[numbers.Length], new float[numbers.Length]);
            }

            foreach ((string name, Tensor<float> constant) in roles.Constants)
            {
                // A copy: trainings side by side share the roles.
                All[name] = new Tensor<float>(constant.Shape, constant.Values.ToArray());
            }

            if (roles.Groups is string groups)
            {
                All[groups] = _groups = new Tensor<float>(shape, new float[count]);
            }
        }

        public LossInputs<float> All { get; } = new();

        public void Fill(ReadOnlySpan<float> predictions, TrainingBatch batch)
        {
            PartOutputs(predictions);
            AddOffsets();
            Part(batch.Targets, _targets, isRow: false);
            if (!batch.Weights.IsEmpty)
            {
                for (int i = 0; i < _weights.Length; i++)
                {
                    _weights[i] = batch.Weights[i * _targets.Length];
                }

                All.Weights = _weights;
            }

            for (int i = 0; _groups is not null && i < _weights.Length; i++)
            {
                bool isSame = i > 0 && batch.Groups[i] == batch.Groups[i - 1];
                _groups.Values[i] = i == 0 ? 0 : _groups.Values[i - 1] + (isSame ? 0 : 1);
            }
        }

        public void CopyGradient(Span<float> gradient)
        {
            if (_isRow)
            {
                _outputs[0].Gradient.CopyTo(gradient);
                return;
            }

            int width = _outputs.Length + SharedCount;
            for (int i = 0; i < gradient.Length; i++)
            {
                int output = i % width, row = i / width;

                // All rows hold the same shared numbers: the first one takes their gradient for all.
                gradient[i] = output < _outputs.Length ? _outputs[output].Gradient[row]
                    : row == 0 ? _shared!.Gradient[output - _outputs.Length]
                    : 0;
            }
        }

        private int SharedCount => _shared?.Shape.Length ?? 0;

        private void PartOutputs(ReadOnlySpan<float> rows)
        {
            if (_shared is null)
            {
                Part(rows, _outputs, _isRow);
                return;
            }

            int width = _outputs.Length + SharedCount;
            rows[_outputs.Length..width].CopyTo(_shared.Values);
            for (int row = 0; row < rows.Length / width; row++)
            {
                for (int output = 0; output < _outputs.Length; output++)
                {
                    _outputs[output].Values[row] = rows[(row * width) + output];
                }
            }
        }

        private void AddOffsets()
        {
            for (int k = 0; k < _offsets.Length; k++)
            {
                Span<float> values = _outputs[_isRow ? 0 : k].Values;
                for (int i = _isRow ? k : 0; i < values.Length && _offsets[k] != 0; i += _isRow ? _offsets.Length : 1)
                {
                    values[i] += _offsets[k];
                }
            }
        }

        private static void Part(ReadOnlySpan<float> rows, Tensor<float>[] columns, bool isRow)
        {
            if (isRow)
            {
                rows.CopyTo(columns[0].Values);
                return;
            }

            for (int i = 0; i < rows.Length; i++)
            {
                columns[i % columns.Length].Values[i / columns.Length] = rows[i];
            }
        }
    }
}
