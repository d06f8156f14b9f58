using System.Globalization;
using Lossary.Losses;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>What a training minimises, of whatever kind the loss is.</summary>
internal abstract class TrainingObjective
{
    /// <summary>
    /// Puts the batch's mean loss on the tape; null, with the reason, where a prediction has no loss.
    /// </summary>
    public abstract Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, TrainingBatch batch, out Totals totals, out string? failure);

    /// <summary>Writes the gradient of what was recorded to the network.</summary>
    public virtual void Backward(Tape<float> tape, Network<float> network, Tensor<float> loss)
    {
        network.ClearGradients();
        tape.Backward(loss);
    }
}

/// <summary>A loss of one prediction and one numeric target.</summary>
internal sealed class SampleObjective(ISampleLoss loss) : TrainingObjective
{
    public override Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, TrainingBatch batch, out Totals totals, out string? failure)
    {
        failure = OutOfDomain(loss, predictions.Values);
        if (failure is not null)
        {
            totals = default;
            return null;
        }

        return tape.Loss(loss, predictions, batch.Targets, batch.Weights, out totals, batch.Mask);
    }

    /// <summary>
    /// The network's doing, not the data's: a result of the training, no exception. NaN shows in the loss.
    /// </summary>
    public static string? OutOfDomain(ISampleLoss loss, ReadOnlySpan<float> predictions)
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
internal sealed class ClassObjective(IClassLoss loss) : TrainingObjective
{
    public override Tensor<float>? Record(
        Tape<float> tape, Tensor<float> predictions, TrainingBatch batch, out Totals totals, out string? failure)
    {
        failure = null;
        return tape.Loss(loss, predictions, batch.Classes, batch.Weights, out totals, batch.Mask);
    }
}
