using System.Globalization;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Several tasks at once, weighed anew in every step.</summary>
internal sealed class TasksObjective(IReadOnlyList<TrainingTask> tasks, ITaskWeighting weighting) : TrainingObjective
{
    private readonly Tensor<float>[] _losses = new Tensor<float>[tasks.Count];
    private readonly double[] _means = new double[tasks.Count];
    private readonly double[] _weights = new double[tasks.Count];
    private readonly double[] _products = new double[weighting.NeedsProducts ? tasks.Count * tasks.Count : 0];
    private readonly int _targets = tasks.Sum(task => task.Targets);
    private float[] _numbers = [];
    private int[] _classes = [];
    private float[] _rowWeights = [];
    private float[] _shared = [];
    private float[] _own = [];

    /// <summary>
    /// Puts each task's loss on the tape; returns the plain sum of all, by which the training is judged.
    /// </summary>
    public override Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, TrainingBatch batch, out Totals totals, out string? failure)
    {
        int rows = predictions.Shape[0], output = 0, target = 0;
        Tensor<float>? sum = null;
        totals = new Totals(0, rows);
        failure = null;
        for (int i = 0; i < tasks.Count; i++)
        {
            TrainingTask task = tasks[i];
            Tensor<float> own = tape.Slice(predictions, -1, output, task.Outputs);

            // Null only with a failure.
            _losses[i] = task.Loss is IClassLoss loss
                ? tape.Loss(loss, own, Classes(batch, rows, target), Weights(batch, rows, 1), out Totals part)
                : Loss(tape, (ISampleLoss)task.Loss, own, batch, target, out part, out failure)!;
            if (failure is not null)
            {
                return null;
            }

            _means[i] = part.Mean;
            totals += new Totals(part.Mean * rows, 0);
            sum = sum is null ? _losses[i] : tape.Add(sum, _losses[i]);
            output += task.Outputs;
            target += task.Targets;
        }

        return sum;
    }

    /// <summary>
    /// The gradient of the weighted sum; that of each task by itself where the weighting asks for products.
    /// </summary>
    public override void Backward(Tape<float> tape, Network<float> network, Tensor<float> loss)
    {
        if (weighting.NeedsProducts)
        {
            EachByItself(tape, network);
            return;
        }

        weighting.Weigh(new TaskState { Losses = _means }, _weights);
        Tensor<float> sum = tape.Scale(_losses[0], _weights[0]);
        for (int i = 1; i < tasks.Count; i++)
        {
            sum = tape.Add(sum, tape.Scale(_losses[i], _weights[i]));
        }

        network.ClearGradients();
        tape.Backward(sum);
    }

    private void EachByItself(Tape<float> tape, Network<float> network)
    {
        int shared = SharedLength(network), own = network.Gradients.Length - shared;
        if (_shared.Length == 0)
        {
            (_shared, _own) = (new float[tasks.Count * shared], new float[tasks.Count * own]);
        }

        for (int i = 0; i < tasks.Count; i++)
        {
            network.ClearGradients();
            tape.Backward(_losses[i]);
            network.Gradients[..shared].CopyTo(_shared.AsSpan(i * shared));
            network.Gradients[shared..].CopyTo(_own.AsSpan(i * own));
        }

        TaskGradients.Products<float>(_shared, tasks.Count, _products);
        weighting.Weigh(new TaskState { Losses = _means, Products = _products }, _weights);
        TaskGradients.Combine<float>(_shared, _weights, network.Gradients[..shared]);
        TaskGradients.Combine<float>(_own, _weights, network.Gradients[shared..]);
    }

    /// <summary>
    /// How much of the flat memory lies before the last layer that learns; all of it where it is the only one.
    /// </summary>
    private static int SharedLength(Network<float> network)
    {
        Layer<float>? last = network.Layers.LastOrDefault(
            layer => LayerTree.Flatten([layer]).Any(inner => inner.Parameters.Count > 0));
        int length = network.Parameters
            .SkipLast(last is null ? 0 : LayerTree.Flatten([last]).Sum(layer => layer.Parameters.Count))
            .Sum(parameter => AlignedMemory.RoundUp<float>(parameter.Shape.Length));
        return length > 0 ? length : network.Gradients.Length;
    }

    private Tensor<float>? Loss(
        Tape<float> tape, ISampleLoss loss, Tensor<float> own, TrainingBatch batch, int target, out Totals totals,
        out string? failure)
    {
        totals = default;
        failure = SampleObjective.OutOfDomain(loss, own.Values);
        int rows = own.Shape[0], width = own.Shape[1];
        if (failure is not null)
        {
            return null;
        }

        Array.Resize(ref _numbers, Math.Max(_numbers.Length, rows * width));
        for (int i = 0; i < rows * width; i++)
        {
            _numbers[i] = batch.Targets[(i / width * _targets) + target + (i % width)];
        }

        return tape.Loss(loss, own, _numbers.AsSpan(0, rows * width), Weights(batch, rows, width), out totals);
    }

    private ReadOnlySpan<int> Classes(TrainingBatch batch, int rows, int target)
    {
        Array.Resize(ref _classes, Math.Max(_classes.Length, rows));
        for (int i = 0; i < rows; i++)
        {
            float number = batch.Targets[(i * _targets) + target];
            _classes[i] = (int)number == number ? (int)number : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                $"A class number must be whole, but target {target} of a sample is {number}."));
        }

        return _classes.AsSpan(0, rows);
    }

    /// <summary>Each sample's weight, for so many targets of it.</summary>
    private ReadOnlySpan<float> Weights(TrainingBatch batch, int rows, int width)
    {
        if (batch.Weights.IsEmpty)
        {
            return default;
        }

        Array.Resize(ref _rowWeights, Math.Max(_rowWeights.Length, rows * width));
        for (int i = 0; i < rows * width; i++)
        {
            _rowWeights[i] = batch.Weights[i / width * _targets];
        }

        return _rowWeights.AsSpan(0, rows * width);
    }
}
