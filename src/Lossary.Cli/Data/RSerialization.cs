using System.Buffers.Binary;
using System.Text;
using Lossary.Data;

namespace Lossary.Cli;

/// <summary>Reads values that R has written with <c>serialize</c> in its portable binary form.</summary>
/// <remarks>
/// Versions 2 and 3, of what data frames are made of. R Internals, section 1.8 "Serialization Formats": every item
/// begins with flags whose lowest byte is its type; all numbers are big-endian.
/// </remarks>
internal sealed class RSerialization
{
    private const int Symbol = 1, PairList = 2, Text = 9, Logical = 10, Integer = 13, Real = 14, Strings = 16,
        List = 19;
    private const int Null = 254, Reference = 255;
    private const int HasAttributes = 0x200, HasTag = 0x400;

    private readonly string _name;
    private readonly byte[] _data;
    private readonly List<string> _symbols = [];
    private int _position;

    private RSerialization(string name, byte[] data, int start)
    {
        _name = name;
        _data = data;
        _position = start;
    }

    /// <summary>Reads one value.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="data">The bytes, decompressed.</param>
    /// <exception cref="DataFileException">They are cut off, or hold what is not read here.</exception>
    public static RValue Read(string name, byte[] data)
    {
        // "RDX2" or "RDX3" stands before what save() has written, which is a pair list by the objects' names.
        int start = data.AsSpan().StartsWith("RDX"u8) ? Math.Min(5, data.Length) : 0;
        if (!data.AsSpan(start).StartsWith("X\n"u8))
        {
            throw new DataFileException(name, "is nothing that R has serialized in its portable binary form.");
        }

        RSerialization reader = new(name, data, start + 2);
        int version = reader.Int();
        reader.Skip(2 * sizeof(int));
        if (version == 3)
        {
            reader.Skip(reader.Int());
        }

        return reader.Item();
    }

    private RValue Item()
    {
        int flags = Int();
        int type = flags & 0xFF;
        if (type == PairList)
        {
            return Pairs(flags);
        }

        RValue value = type switch
        {
            Null => RValue.Of(null),
            Reference => RValue.Of(new[] { Remembered(flags >> 8 is int number and > 0 ? number : Int()) }),
            Symbol => RValue.Of(new[] { Remember() }),
            Text => RValue.Of(new[] { Characters() }),
            Logical => RValue.Of(Array<bool?>(() => Int() is int truth and not int.MinValue ? truth != 0 : null)),
            Integer => RValue.Of(Array(Int)),
            Real => RValue.Of(Array(Double)),
            Strings => RValue.Of(Array(OneText)),
            List => RValue.Of(Array(Item)),
            _ => throw new DataFileException(_name, $"holds an R value of type {type}, which is not read."),
        };
        if (type is >= Logical and <= List && (flags & HasAttributes) != 0)
        {
            RValue attributes = Item();
            foreach ((string? key, RValue attribute) in attributes.Names.Zip(Elements(attributes)))
            {
                value.Attributes[key ?? ""] = attribute;
            }
        }

        return value;
    }

    /// <summary>A pair list, as a list with names.</summary>
    private RValue Pairs(int flags)
    {
        List<RValue> values = [];
        List<string?> names = [];
        for (; (flags & 0xFF) == PairList; flags = Int())
        {
            if ((flags & HasAttributes) != 0)
            {
                Item();
            }

            names.Add((flags & HasTag) != 0 ? OneText() : null);
            values.Add(Item());
        }

        RValue list = RValue.Of(values.ToArray());
        list.Attributes["names"] = RValue.Of(names.ToArray());
        return list;
    }

    private string Remember()
    {
        _symbols.Add(OneText() ?? "");
        return _symbols[^1];
    }

    private string Remembered(int number) =>
        number > 0 && number <= _symbols.Count ? _symbols[number - 1] : throw Damage();

    private string? OneText() => TextOf(Item());

    private string? TextOf(RValue value) => value.Content is string?[] { Length: 1 } texts ? texts[0] : throw Damage();

    private RValue[] Elements(RValue value) =>
        value.Content is RValue[] { Length: > 0 } elements ? elements : throw Damage();

    private T[] Array<T>(Func<T> element)
    {
        int length = Int();

        // No element takes fewer bytes than four, so a damaged length is seen before memory is taken for it.
        if (length < 0 || length > (_data.Length - _position) / sizeof(int))
        {
            throw Damage();
        }

        T[] elements = new T[length];
        for (int i = 0; i < length; i++)
        {
            elements[i] = element();
        }

        return elements;
    }

    private string? Characters() => Int() is int length and >= 0 ? Encoding.UTF8.GetString(Take(length)) : null;

    private int Int() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    private double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));

    private void Skip(int bytes) => Take(bytes);

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes < 0 || bytes > _data.Length - _position)
        {
            throw Damage();
        }

        _position += bytes;
        return _data.AsSpan(_position - bytes, bytes);
    }

    private DataFileException Damage() => new(_name, "is cut off, or damaged.");
}
