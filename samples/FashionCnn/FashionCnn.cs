using System.Diagnostics;
using System.Numerics.Tensors;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>A convolutional network that tells clothes apart, with cross entropy and Adam.</summary>
public static class FashionCnn
{
    /// <summary>Trains on all but a twelfth of the training pictures, which chooses the epoch to keep.</summary>
    public static ClothesResult Run(TextWriter output, ImageSet training, ImageSet test, int epochs)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        Shape picture = new(training.Height, training.Width, training.Channels);
        float[] pixels = training.ToFeatures();
        int[] rows = [.. Enumerable.Range(0, training.Count)];
        int[] validation = rows[^(training.Count / 12)..];
        TrainingData data = TrainingData.WithClasses(
            pixels, picture, training.Classes, new Shape(1), rows[..^validation.Length]);

        Network<float> network = MakeNetwork(picture, training.ClassNames.Count);
        output.WriteLine(network);
        output.WriteLine($"{"epoch",5} {"loss",8} {"validation accuracy",20} {"seconds",9}");
        Stopwatch watch = Stopwatch.StartNew();
        IClassLoss loss = LossCatalogue.Create<IClassLoss>("cross-entropy");
        Trainer.Fit(network, loss, data, Errors, new TrainingOptions
        {
            MaxEpochs = epochs,
            BatchSize = 128,
            CreateOptimizer = () => new Adam<float>(learningRate: 1e-3),
            Progress = epoch =>
            {
                output.WriteLine(
                    $"{epoch.Epoch,5} {epoch.TrainingLoss,8:F4} {1 - epoch.ValidationScore,20:P2} "
                    + $"{watch.Elapsed.TotalSeconds,9:F1}");
                watch.Restart();
            },
        });

        double accuracy = Accuracy(network, test.ToFeatures(), test.Classes, [.. Enumerable.Range(0, test.Count)]);
        output.WriteLine();
        output.WriteLine($"test accuracy {accuracy:P2} on {test.Count} pictures never seen");
        return new ClothesResult(accuracy, network.ParameterCount);

        double Errors(Network<float> current) => 1 - Accuracy(current, pixels, training.Classes, validation);
    }

    private static Network<float> MakeNetwork(Shape picture, int classes) => new(
        picture,
        [
            new Conv2d<float>(inputs: picture[2], outputs: 32, kernel: 3, Activation.Relu),
            new MaxPool<float>(2),
            new Conv2d<float>(inputs: 32, outputs: 64, kernel: 3, Activation.Relu),
            new MaxPool<float>(2),
            new Conv2d<float>(inputs: 64, outputs: 64, kernel: 3, Activation.Relu),
            new Flatten<float>(),
            new Dense<float>(inputs: 3 * 3 * 64, outputs: 64, Activation.Relu),
            new Dense<float>(inputs: 64, outputs: classes),
        ],
        seed: 1);

    private static double Accuracy(Network<float> network, float[] pixels, int[] classes, int[] rows)
    {
        float[] scores = new float[rows.Length * network.Outputs];
        network.Predict(pixels, rows, scores);
        int right = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> ofPicture = scores.AsSpan(i * network.Outputs, network.Outputs);
            right += TensorPrimitives.IndexOfMax(ofPicture) == classes[rows[i]] ? 1 : 0;
        }

        return (double)right / rows.Length;
    }
}

/// <summary>How well clothes are told apart.</summary>
public sealed record ClothesResult(double TestAccuracy, int Parameters);
