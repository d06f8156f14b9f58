using System.Runtime.InteropServices;
using System.Text.Json;
using Lossary.Studies;

namespace Lossary.Benchmarks;

/// <summary>Writes the part's encoded folds, so that another program trains on the same numbers.</summary>
internal static class PartExport
{
    /// <summary>
    /// part.json, and for fold N and part P of training, validation and test: fold-N-P-features.f32, row by row, and
    /// fold-N-P-targets.f64; little endian.
    /// </summary>
    public static void Write(ComparisonPart part, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((int number, FoldData fold) in part.Folds.Index())
        {
            Write(folder, $"fold-{number}-training", fold.Training);
            Write(folder, $"fold-{number}-validation", fold.Validation);
            Write(folder, $"fold-{number}-test", fold.Test);
        }

        using FileStream file = File.Create(Path.Combine(folder, "part.json"));
        JsonSerializer.Serialize(file, new
        {
            losses = ComparisonPart.Losses,
            widths = part.Folds.Select(fold => fold.Encoder.Width),
            batch = part.Folds.Select(fold => part.Options.BatchSizeFor(fold.Training.Count)),
            hidden = part.Options.Hidden,
            rates = part.Options.LearningRates,
            tuningEpochs = part.Options.TuningEpochs,
            epochs = part.Options.Epochs,
            clip = part.Options.GradientClip,
            steps = part.Steps,
        });
    }

    private static void Write(string folder, string name, FoldPart part)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes($"{path}-features.f32", MemoryMarshal.AsBytes<float>(part.Features));
        File.WriteAllBytes($"{path}-targets.f64", MemoryMarshal.AsBytes<double>(part.Targets));
    }
}
