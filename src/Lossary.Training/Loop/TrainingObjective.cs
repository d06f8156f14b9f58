using System.Globalization;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A loss bound to the data's targets.</summary>
internal abstract class TrainingObjective
{
    /// <summary>
    /// Puts the batch's mean loss on the tape; null, with the reason, where a prediction has no loss.
    /// </summary>
    public abstract Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, ReadOnlySpan<int> rows, out Totals totals, out string? failure);

    /// <summary>The weights of a batch, from the tape's memory; empty where there are none.</summary>
    protected static ReadOnlySpan<float> WeightsOf(Tape<float> tape, TrainingData data, ReadOnlySpan<int> rows) =>
        data.Weights is null ? default : tape.Rows(data.Weights, 1, rows).Values;
}

/// <summary>A loss of one prediction and one numeric target.</summary>
internal sealed class SampleObjective(ISampleLoss loss, TrainingData data) : TrainingObjective
{
    public override Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, ReadOnlySpan<int> rows, out Totals totals, out string? failure)
    {
        failure = OutOfDomain(predictions.Values);
        if (failure is not null)
        {
            totals = default;
            return null;
        }

        ReadOnlySpan<float> targets = tape.Rows(data.Targets, 1, rows).Values;
        return tape.Loss(loss, predictions, targets, WeightsOf(tape, data, rows), out totals);
    }

    /// <summary>
    /// The network's doing, not the data's: a result of the training, no exception. NaN shows in the loss.
    /// </summary>
    private string? OutOfDomain(ReadOnlySpan<float> predictions)
    {
        Domain domain = loss.Card.Prediction;
        if (domain.IsEverything)
        {
            return null;
        }

        foreach (float prediction in predictions)
        {
            if (!float.IsNaN(prediction) && !domain.Contains(prediction))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"a raw prediction is {prediction:G4}, but {loss.Name} needs {domain}");
            }
        }

        return null;
    }
}

/// <summary>A loss of rows of scores and a class number each.</summary>
internal sealed class ClassObjective(IClassLoss loss, TrainingData data) : TrainingObjective
{
    private int[] _classes = [];

    public override Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, ReadOnlySpan<int> rows, out Totals totals, out string? failure)
    {
        failure = null;
        if (_classes.Length < rows.Length)
        {
            _classes = new int[rows.Length];
        }

        for (int i = 0; i < rows.Length; i++)
        {
            _classes[i] = data.Classes[rows[i]];
        }

        return tape.Loss(loss, predictions, _classes.AsSpan(0, rows.Length), WeightsOf(tape, data, rows), out totals);
    }
}
