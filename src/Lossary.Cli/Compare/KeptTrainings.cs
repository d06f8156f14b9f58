using System.Text.Json;
using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>
/// The trainings of a run, a line of JSON each: written whole and to the disk as soon as one is done, so that a run
/// that was killed goes on where it was.
/// </summary>
internal sealed class KeptTrainings : ITrainingLog, IDisposable
{
    private readonly Dictionary<(string Objective, int Repeat, int Fold), FoldOutcome> _found = [];
    private readonly FileStream _file;
    private bool _isBroken;

    private KeptTrainings(FileStream file) => _file = file;

    /// <summary>Trainings that the file holds.</summary>
    public int Count { get; private set; }

    /// <summary>Opens a file, or makes it. A last line that was cut off is taken away.</summary>
    /// <exception cref="IOException">It cannot be written, or another process writes it.</exception>
    public static KeptTrainings Open(string path)
    {
        KeptTrainings kept = new(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        kept.Read();
        return kept;
    }

    public FoldOutcome? Find(string objective, int repeat, int fold) =>
        _found.GetValueOrDefault((objective, repeat, fold));

    /// <summary>Keeps a training. A full disk must not cost the user the answer: then nothing more is kept.</summary>
    public void Add(string objective, FoldOutcome outcome)
    {
        if (_isBroken)
        {
            return;
        }

        byte[] line = JsonSerializer.SerializeToUtf8Bytes(
            new(objective, outcome), TrainingContext.Default.KeptTraining);
        try
        {
            _file.Write([.. line, (byte)'\n']);
            _file.Flush(flushToDisk: true);
            Count++;
        }
        catch (IOException)
        {
            _isBroken = true;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Read()
    {
        byte[] all = new byte[_file.Length];
        _file.ReadExactly(all);
        int start = 0;
        for (int end; (end = Array.IndexOf(all, (byte)'\n', start)) >= 0; start = end + 1)
        {
            KeptTraining? training = Parse(all.AsSpan(start, end - start));
            if (training is null)
            {
                break;
            }

            _found[(training.Objective, training.Outcome.Repeat, training.Outcome.Fold)] = training.Outcome;
        }

        Count = _found.Count;
        _file.SetLength(start);
        _file.Position = start;
    }

    private static KeptTraining? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TrainingContext.Default.KeptTraining);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
