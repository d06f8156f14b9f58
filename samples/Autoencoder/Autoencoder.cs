using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Handwritten digits squeezed through eight numbers and restored, with each of three losses.</summary>
public static class Autoencoder
{
    private const int Pixels = 64;
    private const int Side = 8;
    private const string Shades = " .:-=+*#%@";

    public static IReadOnlyList<Reconstruction> Run(TextWriter output, int epochs = 400)
    {
        ArgumentNullException.ThrowIfNull(output);
        float[] images = ReadImages();
        int[] rows = [.. Enumerable.Range(0, images.Length / Pixels)];
        new RandomStream(seed: 1).Shuffle(rows.AsSpan());
        int[] trained = rows[300..];
        int[] held = rows[..300];

        // The targets are the pictures themselves.
        Shape picture = new(Pixels);
        TrainingData data = TrainingData.WithTargets(images, picture, images, picture, trained);
        output.WriteLine(MakeNetwork(isLogit: false));
        List<Reconstruction> results = [Mean(images, trained, held)];
        foreach (string name in (string[])["squared", "absolute", "binary-cross-entropy"])
        {
            // Cross entropy takes the sums before the sigmoid, the other two the shades after it.
            bool isLogit = name == "binary-cross-entropy";
            Network<float> network = MakeNetwork(isLogit);
            Trainer.Fit(network, LossCatalogue.Create<ISampleLoss>(name), data, validation: null, new TrainingOptions
            {
                MaxEpochs = epochs,
                CreateOptimizer = () => new Adam<float>(learningRate: 2e-3),
            });
            float[] restored = new float[held.Length * Pixels];
            network.Predict(images, held, restored);
            float[] shades = isLogit ? Array.ConvertAll(restored, Sigmoid) : restored;
            Reconstruction result = Measure(name, images, held, shades);
            output.WriteLine($"Trained with {name}. A digit and what comes back:");
            Draw(output, images.AsSpan(held[0] * Pixels, Pixels), result.Images.AsSpan(0, Pixels));
            results.Add(result);
        }

        output.WriteLine($"{"loss",-22} {"RMSE",8} {"MAE",8}   of {held.Length} digits never seen, shades 0 to 1");
        foreach (Reconstruction result in results)
        {
            output.WriteLine($"{result.Loss,-22} {result.RootMeanSquare,8:F4} {result.MeanAbsolute,8:F4}");
        }

        return results;
    }

    private static Network<float> MakeNetwork(bool isLogit) => new(
        Pixels,
        [
            new Dense<float>(Pixels, 48, Activation.Relu),
            new Dense<float>(48, 8),
            new Dense<float>(8, 48, Activation.Relu),
            new Dense<float>(48, Pixels, isLogit ? Activation.None : Activation.Sigmoid),
        ],
        seed: 1);

    /// <summary>All pictures, a row each, shades from 0 to 1.</summary>
    private static float[] ReadImages()
    {
        SampleSet digits = SampleSets.Find("digits8x8");
        Table table = digits.Read();
        Column[] pixels = [.. table.Columns.Where(column => column.Name != digits.Target)];
        float[] images = new float[table.RowCount * Pixels];
        for (int i = 0; i < images.Length; i++)
        {
            images[i] = (float)(pixels[i % Pixels].Numbers[i / Pixels] / 16);
        }

        return images;
    }

    /// <summary>What a restorer does that knows nothing of the digit: always the mean of all.</summary>
    private static Reconstruction Mean(float[] images, int[] trained, int[] held)
    {
        float[] restored = new float[held.Length * Pixels];
        for (int i = 0; i < restored.Length; i++)
        {
            restored[i] = i < Pixels ? trained.Average(row => images[(row * Pixels) + i]) : restored[i - Pixels];
        }

        return Measure("(the mean digit)", images, held, restored);
    }

    private static Reconstruction Measure(string loss, float[] images, int[] rows, float[] restored)
    {
        double squares = 0, sizes = 0;
        for (int i = 0; i < restored.Length; i++)
        {
            double residual = restored[i] - images[(rows[i / Pixels] * Pixels) + (i % Pixels)];
            squares += residual * residual;
            sizes += Math.Abs(residual);
        }

        return new Reconstruction(loss, Math.Sqrt(squares / restored.Length), sizes / restored.Length, restored);
    }

    private static float Sigmoid(float logit) => 1 / (1 + MathF.Exp(-logit));

    private static void Draw(TextWriter output, ReadOnlySpan<float> image, ReadOnlySpan<float> restored)
    {
        for (int row = 0; row < Side; row++)
        {
            output.WriteLine($"    {Line(image.Slice(row * Side, Side))}    {Line(restored.Slice(row * Side, Side))}");
        }

        output.WriteLine();
    }

    private static string Line(ReadOnlySpan<float> shades)
    {
        string line = "";
        foreach (float shade in shades)
        {
            line += new string(Shades[(int)(Math.Clamp(shade, 0, 1) * (Shades.Length - 1))], 2);
        }

        return line;
    }
}

/// <summary>How near the pictures come back.</summary>
public sealed record Reconstruction(string Loss, double RootMeanSquare, double MeanAbsolute, float[] Images);
