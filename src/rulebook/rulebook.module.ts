import { Global, Module } from '@nestjs/common';
import { RulebookController } from './rulebook.controller.js';
import { Rulebook } from './rulebook.service.js';

/** The law's numbers as data. */
@Global()
@Module({ controllers: [RulebookController], providers: [Rulebook], exports: [Rulebook] })
export class RulebookModule {}
